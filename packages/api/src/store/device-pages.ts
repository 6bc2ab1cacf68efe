import { Prisma, type PrismaClient } from "@alprina/db";
import type { ApiKey } from "./api-keys";
import { all, holdsWords, type PagePosition } from "./people-pages";

/** A key with whose it is. */
export interface ListedKey extends ApiKey {
  ownerEmail: string;
}

export interface DeviceFilter {
  /** A part of the device's name, of its owner's address or of the address that it came from, in any case. */
  words?: string;
  which?: "active" | "ended";
  after?: PagePosition;
  limit: number;
}

export function devicePages(prisma: PrismaClient) {
  return {
    /** A page of everybody's keys, the newest first. */
    listKeysPage({ words, which, after, limit }: DeviceFilter, now: Date): Promise<ListedKey[]> {
      const alive = Prisma.sql`(status = 'active' AND (expires_at > ${now} OR COALESCE(renewable_until > ${now}, false)))`;
      const columns = [Prisma.sql`k.name`, Prisma.sql`u.email`, Prisma.sql`k.ip_address`];
      const conditions = [
        ...(words ? [holdsWords(words, columns)] : []),
        ...(which === "active" ? [alive] : []),
        ...(which === "ended" ? [Prisma.sql`NOT ${alive}`] : []),
        ...(after
          ? [Prisma.sql`(k.created_at, k.id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`]
          : []),
      ];
      return prisma.$queryRaw<ListedKey[]>`
        SELECT k.id, user_id AS "userId", k.name, status::text, visible_start AS "visibleStart", client_id AS "clientId",
               scope, device_os AS "deviceOs", client_version AS "clientVersion", ip_address AS "ipAddress",
               k.created_at AS "createdAt", expires_at AS "expiresAt", renewable_until AS "renewableUntil",
               last_used_at AS "lastUsedAt", revoked_at AS "revokedAt", u.email AS "ownerEmail"
          FROM api_key k JOIN "user" u ON u.id = k.user_id ${all(conditions)}
         ORDER BY k.created_at DESC, k.id DESC LIMIT ${limit}`;
    },
  };
}
