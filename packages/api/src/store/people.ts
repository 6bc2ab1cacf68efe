import type { PrismaClient } from "@alprina/db";
import { ProductError } from "../domain/errors";
import { OPENID_ACCOUNT } from "../domain/federated-identity";
import { isTaken } from "./violations";

/** A person, as the product knows them. */
export interface Person {
  id: string;
  email: string;
  /** Whether somebody has shown that the address is theirs. */
  emailVerified: boolean;
  fullName: string | null;
  tier: string;
  createdAt: Date;
}

/** A person to be, who was not seen before. */
export interface NewFederatedPerson {
  id: string;
  accountId: string;
  email: string;
  emailVerified: boolean;
  fullName: string;
}

/** A row of the `user` table as a person; better-auth keeps an unknown name as an empty one. */
export function toPerson(user: {
  id: string;
  email: string;
  emailVerified: boolean;
  name: string;
  tier: string;
  createdAt: Date;
}): Person {
  return {
    id: user.id,
    email: user.email,
    emailVerified: user.emailVerified,
    fullName: user.name.trim() || null,
    tier: user.tier,
    createdAt: user.createdAt,
  };
}

export function peopleStore(prisma: PrismaClient) {
  return {
    async findPerson(id: string): Promise<Person | null> {
      const user = await prisma.user.findUnique({ where: { id } });
      return user && toPerson(user);
    },

    /** By the account at their identity provider, which is issuer and subject (domain/federated-identity). */
    async findFederatedPerson(accountId: string): Promise<Person | null> {
      const account = await prisma.account.findUnique({
        where: { providerId_accountId: { providerId: OPENID_ACCOUNT, accountId } },
        select: { user: true },
      });
      return account && toPerson(account.user);
    },

    /**
     * Nobody → a person with one account, in one statement. True for the one call that made them; false when
     * the account or the e-mail address is somebody's already, and then nothing was written.
     */
    async createFederatedPerson(person: NewFederatedPerson): Promise<boolean> {
      try {
        const created = await prisma.$queryRaw<unknown[]>`
          WITH person AS (
            INSERT INTO "user" (id, full_name, email, email_verified)
            VALUES (${person.id}, ${person.fullName}, ${person.email}, ${person.emailVerified})
            ON CONFLICT (email) DO NOTHING
            RETURNING id
          )
          INSERT INTO account (id, provider_id, account_id, user_id)
          SELECT ${person.id}, ${OPENID_ACCOUNT}, ${person.accountId}, id FROM person
          RETURNING id`;
        return created.length === 1;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },

    /** The accounts that a person has at OpenID providers. */
    async findFederatedAccounts(personId: string): Promise<string[]> {
      const where = { userId: personId, providerId: OPENID_ACCOUNT };
      const accounts = await prisma.account.findMany({ where, select: { accountId: true } });
      return accounts.map(({ accountId }) => accountId);
    },

    /**
     * Reads one row, so that readiness is told by the tables and not by the connection alone.
     * @throws ProductError `database-unavailable` while the migrations are not done.
     */
    async checkTables(): Promise<void> {
      // The last thing that the migrations write: between them there are tables, and no login can start yet.
      const client = await prisma.client.findFirst({ select: { id: true } });
      if (!client) throw new ProductError("database-unavailable", "Database unavailable");
    },
  };
}
