import { Prisma, type PrismaClient } from "@alprina/db";
import type { ListedPerson } from "./accounts";
import { toPerson, type UserRow } from "./people";

/** The last row of a page, after which the next one goes on. */
export interface PagePosition {
  createdAt: Date;
  id: string;
}

export interface PeopleFilter {
  /** A part of the e-mail address or of the name, in any case. */
  words?: string;
  which?: "locked" | "operators";
  after?: PagePosition;
  limit: number;
}

/** SQL: one of `columns` has `words` in it. Not LIKE, to which some of the words could mean something. */
export function holdsWords(words: string, columns: Prisma.Sql[]): Prisma.Sql {
  const each = columns.map((column) => Prisma.sql`strpos(lower(${column}), lower(${words})) > 0`);
  return Prisma.sql`(${Prisma.join(each, " OR ")})`;
}

/** SQL for what must hold of a row: all of these. */
export const all = (conditions: Prisma.Sql[]): Prisma.Sql =>
  conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}` : Prisma.empty;

export function peoplePages(prisma: PrismaClient) {
  return {
    /** A page of everybody, who came last first, with what is signed in as them. */
    async listPeoplePage({ words, which, after, limit }: PeopleFilter, now: Date): Promise<ListedPerson[]> {
      const conditions = [
        ...(words ? [holdsWords(words, [Prisma.sql`email`, Prisma.sql`full_name`])] : []),
        ...(which === "locked" ? [Prisma.sql`locked_at IS NOT NULL`] : []),
        ...(which === "operators" ? [Prisma.sql`operator_since IS NOT NULL`] : []),
        ...(after ? [Prisma.sql`(created_at, id) < (${after.createdAt}::timestamptz, ${after.id})`] : []),
      ];
      type Row = UserRow & Pick<ListedPerson, "operatorSince" | "browsers" | "devices">;
      const rows = await prisma.$queryRaw<Row[]>`
        SELECT id, email, email_verified AS "emailVerified", full_name AS name, tier, created_at AS "createdAt",
               locked_at AS "lockedAt", operator_since AS "operatorSince",
               (SELECT count(*)::int FROM session WHERE user_id = page.id AND expires_at > ${now}) AS browsers,
               (SELECT count(*)::int FROM api_key WHERE user_id = page.id AND status = 'active'
                  AND (expires_at > ${now} OR renewable_until > ${now})) AS devices
          FROM (SELECT * FROM "user" ${all(conditions)} ORDER BY created_at DESC, id DESC LIMIT ${limit}) page
         ORDER BY created_at DESC, id DESC`;
      return rows.map(({ operatorSince, browsers, devices, ...row }) => ({
        ...toPerson(row),
        operatorSince,
        browsers,
        devices,
      }));
    },
  };
}
