import type { Prisma, PrismaClient } from "@alprina/db";
import { isTaken } from "./violations";

/** A key that signs ID tokens, its private half sealed. */
export interface SigningKey {
  id: string;
  status: "current" | "retired";
  publicJwk: Record<string, unknown>;
  sealedKey: Uint8Array<ArrayBuffer>;
  createdAt: Date;
  retiredAt: Date | null;
}

export type NewSigningKey = Pick<SigningKey, "id" | "publicJwk" | "sealedKey" | "createdAt">;

export function signingKeyStore(prisma: PrismaClient) {
  return {
    /** The current key, and those that were retired after `since`, the newest first. */
    async listSigningKeys(since: Date): Promise<SigningKey[]> {
      const rows = await prisma.signingKey.findMany({
        where: { OR: [{ status: "current" }, { retiredAt: { gt: since } }] },
        orderBy: [{ createdAt: "desc" }],
      });
      return rows.map((row) => ({ ...row, publicJwk: row.publicJwk as Record<string, unknown> }));
    },

    /**
     * Makes `key` the current one and retires `formerId` (null for the very first), in one step. False when
     * another call was first: then its key is the current one.
     */
    async replaceSigningKey(key: NewSigningKey, formerId: string | null, now: Date): Promise<boolean> {
      const { publicJwk, ...rest } = key;
      const data = { ...rest, publicJwk: publicJwk as Prisma.InputJsonObject };
      try {
        return await prisma.$transaction(async (tx) => {
          if (formerId !== null) {
            const { count } = await tx.signingKey.updateMany({
              where: { id: formerId, status: "current" },
              data: { status: "retired", retiredAt: now },
            });
            if (count === 0) return false;
          }
          await tx.signingKey.create({ data, select: { id: true } });
          return true;
        });
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },
  };
}
