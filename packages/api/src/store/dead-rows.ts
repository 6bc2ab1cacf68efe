import { Prisma, type PrismaClient } from "@alprina/db";
import { inTurn } from "./in-turn";

/** What is over, by table: of which time, and which rows. Each has an index that gives the oldest first. */
const piles = {
  "dashboard-codes": { table: "dashboard_code", over: "expires_at", rows: "TRUE" },
  "device-grants": { table: "device_grant", over: "expires_at", rows: "TRUE" },
  "authorization-codes": { table: "authorization_code", over: "expires_at", rows: "TRUE" },
  "refresh-tokens": { table: "refresh_token", over: "rotated_at", rows: "rotated_at IS NOT NULL" },
  "ended-keys": { table: "api_key", over: "expires_at", rows: "renewable_until IS NULL" },
  "ended-renewable-keys": {
    table: "api_key",
    over: "renewable_until",
    rows: "renewable_until IS NOT NULL",
  },
  "revoked-keys": { table: "api_key", over: "revoked_at", rows: "revoked_at IS NOT NULL" },
  sessions: { table: "session", over: "expires_at", rows: "TRUE" },
  verifications: { table: "verification", over: "expires_at", rows: "TRUE" },
} as const;

export type DeadPile = keyof typeof piles;

export function deadRowStore(prisma: PrismaClient) {
  return {
    /**
     * Removes up to `limit` rows of a pile that were over before `before`, the oldest first; how many it were, or
     * null while another instance is at it. What somebody else holds at this moment is left for another time, so
     * that neither waits.
     */
    forgetDeadRows(pile: DeadPile, before: Date, limit: number): Promise<number | null> {
      const { table, over, rows } = piles[pile];
      const [of, at] = [Prisma.raw(`"${table}"`), Prisma.raw(over)];
      return inTurn(
        prisma,
        pile,
        // As an array, so that whatever the planner believes of the table it looks each row up by its key.
        (tx) => tx.$executeRaw`
          DELETE FROM ${of} WHERE id = ANY(ARRAY(
            SELECT id FROM ${of} WHERE ${Prisma.raw(rows)} AND ${at} < ${before}
             ORDER BY ${at} LIMIT ${limit} FOR UPDATE SKIP LOCKED))`,
      );
    },
  };
}
