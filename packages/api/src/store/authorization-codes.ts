import type { PrismaClient } from "@alprina/db";
import { isOrphaned } from "./violations";

/** The proof of an approval, between the browser and the command line that waits beside it. */
export interface AuthorizationCode {
  id: string;
  status: "issued" | "redeemed";
  clientId: string;
  userId: string;
  redirectUri: string;
  codeChallenge: string;
  scope: string;
  nonce: string | null;
  deviceName: string | null;
  deviceOs: string | null;
  clientVersion: string | null;
  ipAddress: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export interface NewAuthorizationCode extends Omit<AuthorizationCode, "status"> {
  codeHash: Uint8Array<ArrayBuffer>;
}

export function authorizationCodeStore(prisma: PrismaClient) {
  return {
    /** False when the person is gone. */
    async insertAuthorizationCode(code: NewAuthorizationCode): Promise<boolean> {
      try {
        await prisma.authorizationCode.create({ data: code, select: { id: true } });
        return true;
      } catch (error) {
        if (isOrphaned(error)) return false;
        throw error;
      }
    },

    findAuthorizationCode(codeHash: Uint8Array<ArrayBuffer>): Promise<AuthorizationCode | null> {
      return prisma.authorizationCode.findUnique({ where: { codeHash } });
    },

    /** active → revoked for what a code gave, when that code is shown again (RFC 6749 §4.1.2). */
    async revokeKeyOfCode(authorizationCodeId: string, now: Date): Promise<boolean> {
      const { count } = await prisma.apiKey.updateMany({
        where: { authorizationCodeId, status: "active" },
        data: { status: "revoked", revokedAt: now },
      });
      return count === 1;
    },
  };
}
