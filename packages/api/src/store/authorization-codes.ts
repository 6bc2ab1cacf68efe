import { Prisma, type PrismaClient } from "@alprina/db";
import { noteChange, type Note } from "./activity";
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
  keyTtlSeconds: number | null;
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

const subject = {
  userId: Prisma.sql`user_id`,
  deviceName: Prisma.sql`device_name`,
  clientId: Prisma.sql`client_id`,
};

export function authorizationCodeStore(prisma: PrismaClient) {
  return {
    /** False when the person is gone. */
    async insertAuthorizationCode(code: NewAuthorizationCode, note: Note): Promise<boolean> {
      try {
        const inserted = await prisma.$queryRaw<unknown[]>`
          WITH changed AS (
            INSERT INTO authorization_code (id, code_hash, client_id, user_id, redirect_uri, code_challenge, scope,
                                            key_ttl_seconds, nonce, device_name, device_os, client_version, ip_address,
                                            created_at, expires_at)
            VALUES (${code.id}::uuid, ${code.codeHash}, ${code.clientId}, ${code.userId}, ${code.redirectUri},
                    ${code.codeChallenge}, ${code.scope}, ${code.keyTtlSeconds}, ${code.nonce}, ${code.deviceName},
                    ${code.deviceOs}, ${code.clientVersion}, ${code.ipAddress}, ${code.createdAt}, ${code.expiresAt})
            RETURNING user_id, client_id, device_name
          ), ${noteChange(note, subject, Prisma.sql`changed`)}
          SELECT 1 FROM changed`;
        return inserted.length === 1;
      } catch (error) {
        if (isOrphaned(error)) return false;
        throw error;
      }
    },

    findAuthorizationCode(codeHash: Uint8Array<ArrayBuffer>): Promise<AuthorizationCode | null> {
      return prisma.authorizationCode.findUnique({ where: { codeHash } });
    },
  };
}
