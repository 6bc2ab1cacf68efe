import type { PrismaClient } from "@alprina/db";

/** What there is, counted. */
export interface StoredFigures {
  /** Logins that wait for somebody's decision. */
  waitingLogins: number;
  devices: number;
  /** Of these, how many were used since the time that was asked for. */
  usedDevices: number;
  browsers: number;
  people: number;
  lockedPeople: number;
  operators: number;
  /** How often what happened since then, by kind. */
  events: Record<string, number>;
}

type Counts = Omit<StoredFigures, "events">;

export function figureStore(prisma: PrismaClient) {
  return {
    /** Counts everything as of `now`; what was used and what happened, since `since`. */
    async countEverything(now: Date, since: Date): Promise<StoredFigures> {
      const counting = prisma.$queryRaw<Counts[]>`
        WITH key AS (
          SELECT count(*)::int AS devices, count(*) FILTER (WHERE last_used_at > ${since})::int AS used
            FROM api_key WHERE status = 'active' AND (expires_at > ${now} OR renewable_until > ${now})
        ), person AS (
          SELECT count(*)::int AS people, count(locked_at)::int AS locked, count(operator_since)::int AS operators
            FROM "user"
        )
        SELECT devices, used AS "usedDevices", people, locked AS "lockedPeople", operators,
               (SELECT count(*)::int FROM device_grant WHERE status = 'pending' AND expires_at > ${now}) AS "waitingLogins",
               (SELECT count(*)::int FROM session WHERE expires_at > ${now}) AS browsers
          FROM key, person`;
      const happened = prisma.$queryRaw<{ kind: string; count: number }[]>`
        SELECT kind, count(*)::int FROM activity WHERE at >= ${since} GROUP BY kind`;
      const [[counts], kinds] = await Promise.all([counting, happened]);
      return {
        ...(counts as Counts),
        events: Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])),
      };
    },
  };
}
