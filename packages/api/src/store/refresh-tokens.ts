import type { PrismaClient } from "@alprina/db";
import type { ApiKey } from "./api-keys";
import { toPerson, type Person, type UserRow } from "./people";
import { isTaken } from "./violations";

/** A refresh token with the key that it renews, and whose that is. */
export interface RefreshToken {
  id: string;
  status: "current" | "rotated";
  rotatedAt: Date | null;
  key: ApiKey;
  person: Person;
}

/** The successors of a refresh token and of the key that it renews. */
export interface Renewal {
  refreshTokenId: string;
  tokenHash: Uint8Array<ArrayBuffer>;
  keyHash: Uint8Array<ArrayBuffer>;
  visibleStart: string;
  expiresAt: Date;
}

export function refreshTokenStore(prisma: PrismaClient) {
  return {
    async findRefreshToken(tokenHash: Uint8Array<ArrayBuffer>): Promise<RefreshToken | null> {
      const row = await prisma.refreshToken.findUnique({
        where: { tokenHash },
        include: { apiKey: { omit: { keyHash: true, previousKeyHash: true }, include: { user: true } } },
      });
      // Read one after the other, key and person may be gone by then, whatever the types say.
      const renewed = row?.apiKey as (ApiKey & { user: UserRow | null }) | null | undefined;
      if (!row || !renewed?.user) return null;
      const { user, ...key } = renewed;
      return { id: row.id, status: row.status, rotatedAt: row.rotatedAt, key, person: toPerson(user) };
    },

    /**
     * current → rotated, the successor, and the renewed key, in one statement. True for the one call that did
     * it; false when the token was used before, or its key was revoked or may not be renewed any more.
     */
    async rotateRefreshToken(tokenId: string, next: Renewal, now: Date): Promise<boolean> {
      try {
        const renewed = await prisma.$queryRaw<unknown[]>`
          WITH spent AS (
            UPDATE refresh_token
               SET status = 'rotated', rotated_at = ${now}
              FROM api_key
             WHERE refresh_token.id = ${tokenId}::uuid
               AND refresh_token.status = 'current'
               AND api_key.id = refresh_token.api_key_id
               AND api_key.status = 'active'
               AND api_key.renewable_until > ${now}
            RETURNING refresh_token.api_key_id
          ), renewed AS (
            UPDATE api_key
               SET previous_key_hash = key_hash, previous_expires_at = expires_at,
                   key_hash = ${next.keyHash}, visible_start = ${next.visibleStart}, expires_at = ${next.expiresAt}
              FROM spent
             WHERE api_key.id = spent.api_key_id AND api_key.status = 'active'
            RETURNING api_key.id
          )
          INSERT INTO refresh_token (id, token_hash, api_key_id, created_at)
          SELECT ${next.refreshTokenId}::uuid, ${next.tokenHash}, id, ${now} FROM renewed
          RETURNING id`;
        return renewed.length === 1;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },
  };
}
