import { Prisma, type PrismaClient } from "@alprina/db";
import { noteChange, type Note } from "./activity";

/** What better-auth calls a password among the ways to sign in. */
export const PASSWORD = "credential";

/** `only-way`: nothing else would let the person in. `gone`: it is not there, or somebody else's. */
export type Removed = "removed" | "only-way" | "gone";

/** An account at an identity provider that a person signs in by. */
export interface LinkedAccount {
  id: string;
  provider: string;
  linkedAt: Date;
}

export function wayStore(prisma: PrismaClient) {
  return {
    /** The oldest first. */
    async listLinkedAccounts(userId: string): Promise<LinkedAccount[]> {
      const accounts = await prisma.account.findMany({
        where: { userId, providerId: { not: PASSWORD } },
        select: { id: true, providerId: true, createdAt: true },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      });
      return accounts.map(({ id, providerId, createdAt }) => ({
        id,
        provider: providerId,
        linkedAt: createdAt,
      }));
    },

    /** Takes an account at a provider away from this person, unless nothing else would let them in. */
    unlinkAccount(id: string, userId: string, offered: readonly string[], note: Note): Promise<Removed> {
      const subject = { userId: Prisma.sql`user_id`, detail: Prisma.sql`provider_id` };
      return removeWay(
        prisma,
        userId,
        offered,
        Prisma.sql`
          WITH changed AS (
            DELETE FROM account WHERE id = ${id} AND user_id = ${userId} AND provider_id <> ${PASSWORD}
            RETURNING user_id, provider_id
          ), ${noteChange(note, subject, Prisma.sql`changed`)}
          SELECT 1 FROM changed`,
      );
    },
  };
}

class OnlyWay extends Error {}

/**
 * Runs `removal`, which answers one row if there was something to remove, and takes it back when no way in would be
 * left of those that are `offered`. Removals of one person's ways wait for each other at the person's row, so that of
 * the last two one stays.
 */
export async function removeWay(
  prisma: PrismaClient,
  userId: string,
  offered: readonly string[],
  removal: Prisma.Sql,
): Promise<Removed> {
  const providers = offered.map((way) => (way === "password" ? PASSWORD : way));
  try {
    return await prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${userId} FOR NO KEY UPDATE`;
      const removed = await tx.$queryRaw<unknown[]>(removal);
      if (removed.length === 0) return "gone";
      const [passkeys, accounts] = [
        await tx.passkey.count({ where: { userId } }),
        await tx.account.count({ where: { userId, providerId: { in: providers } } }),
      ];
      if (passkeys + accounts === 0) throw new OnlyWay();
      return "removed";
    });
  } catch (error) {
    if (error instanceof OnlyWay) return "only-way";
    throw error;
  }
}
