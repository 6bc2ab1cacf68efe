import type { PrismaClient } from "@alprina/db";
import { decidedStatus, type Decision, type DeviceGrantStatus } from "../domain/device-grant";
import { isTaken } from "./violations";

export interface DeviceGrant {
  id: string;
  status: DeviceGrantStatus;
  clientId: string;
  scope: string | null;
  codeChallenge: string | null;
  deviceName: string | null;
  deviceOs: string | null;
  clientVersion: string | null;
  ipAddress: string | null;
  intervalSeconds: number;
  reviewerId: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export interface NewDeviceGrant extends Omit<DeviceGrant, "status" | "reviewerId"> {
  deviceCodeHash: Uint8Array<ArrayBuffer>;
  userCodeHmac: Uint8Array<ArrayBuffer>;
}

export function deviceGrantStore(prisma: PrismaClient) {
  return {
    /** False when the user code belongs to another grant; the caller draws a new one. */
    async insertGrant(grant: NewDeviceGrant): Promise<boolean> {
      try {
        await prisma.deviceGrant.create({ data: grant, select: { id: true } });
        return true;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },

    findGrantByDeviceCode(deviceCodeHash: Uint8Array<ArrayBuffer>): Promise<DeviceGrant | null> {
      return prisma.deviceGrant.findUnique({ where: { deviceCodeHash } });
    },

    findGrantByUserCode(userCodeHmac: Uint8Array<ArrayBuffer>): Promise<DeviceGrant | null> {
      return prisma.deviceGrant.findUnique({ where: { userCodeHmac } });
    },

    findGrant(id: string): Promise<DeviceGrant | null> {
      return prisma.deviceGrant.findUnique({ where: { id } });
    },

    /**
     * Binds a pending grant to the first person who reviews it: from then on nobody else can decide it.
     * True when it is this person's now, or was already.
     */
    async bindGrantToReviewer(grantId: string, personId: string, now: Date): Promise<boolean> {
      const { count } = await prisma.deviceGrant.updateMany({
        where: {
          id: grantId,
          status: "pending",
          expiresAt: { gt: now },
          // A grant without a user code began with a dashboard code: it was bound when it was made.
          OR: [{ reviewerId: personId }, { reviewerId: null, userCodeHmac: { not: null } }],
        },
        data: { reviewerId: personId },
      });
      return count === 1;
    },

    /**
     * pending → approved or denied, by the person whom the grant is bound to. True for the one who decided.
     * `scope` is what they allowed; undefined leaves what was asked for.
     */
    async decideGrant(
      grantId: string,
      personId: string,
      { decision, scope }: { decision: Decision; scope?: string },
      now: Date,
    ): Promise<boolean> {
      const { count } = await prisma.deviceGrant.updateMany({
        where: { id: grantId, status: "pending", expiresAt: { gt: now }, reviewerId: personId },
        data: { status: decidedStatus[decision], decidedAt: now, scope },
      });
      return count === 1;
    },
  };
}
