import type { PrismaClient } from "@alprina/db";
import { ProductError } from "../domain/errors";
import { OPENID_ACCOUNT } from "../domain/federated-identity";
import type { Note } from "./activity";
import { mayStillOperate } from "./operators";
import { noteOn, signOut, type SignedOut, type SignOutNotes, type SignOutScope } from "./sign-out";
import { isMissingTable, isTaken } from "./violations";

/** A person, as the product knows them. */
export interface Person {
  id: string;
  email: string;
  /** Whether somebody has shown that the address is theirs. */
  emailVerified: boolean;
  fullName: string | null;
  tier: string;
  createdAt: Date;
  /** When an operator locked the account; null for an open one. */
  lockedAt: Date | null;
}

/** A person to be, who was not seen before. */
export interface NewFederatedPerson {
  id: string;
  accountId: string;
  email: string;
  emailVerified: boolean;
  fullName: string;
}

/** What of a row of the `user` table makes a person. */
export interface UserRow {
  id: string;
  email: string;
  emailVerified: boolean;
  name: string;
  tier: string;
  createdAt: Date;
  lockedAt: Date | null;
}

/** A row of the `user` table as a person; better-auth keeps an unknown name as an empty one. */
export function toPerson(user: UserRow): Person {
  return {
    id: user.id,
    email: user.email,
    emailVerified: user.emailVerified,
    fullName: user.name.trim() || null,
    tier: user.tier,
    createdAt: user.createdAt,
    lockedAt: user.lockedAt,
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
      // Read after the account, the person may be gone by then, whatever the types say.
      const user = account?.user as UserRow | null | undefined;
      return user ? toPerson(user) : null;
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

    findPersonByEmail: async (email: string): Promise<Person | null> => {
      const user = await prisma.user.findUnique({ where: { email: email.trim().toLowerCase() } });
      return user && toPerson(user);
    },

    /** What mails to them are written in; null where nobody knows. */
    async findLanguage(personId: string): Promise<string | null> {
      const user = await prisma.user.findUnique({ where: { id: personId }, select: { language: true } });
      return user?.language ?? null;
    },

    /** They chose it themselves. */
    async setLanguage(personId: string, language: string): Promise<void> {
      await prisma.user.updateMany({ where: { id: personId }, data: { language } });
    },

    /** Nothing known → what their browser asks for. A choice stays what it is. */
    async learnLanguage(personId: string, language: string): Promise<void> {
      await prisma.user.updateMany({ where: { id: personId, language: null }, data: { language } });
    },

    /**
     * Ends every browser session of a person but one, makes worthless what they approved and nobody fetched yet,
     * and revokes their devices where that is wanted: all or nothing. How many of each.
     */
    signOutEverywhere(
      personId: string,
      scope: SignOutScope,
      now: Date,
      notes: SignOutNotes,
    ): Promise<SignedOut> {
      return prisma.$transaction((tx) => signOut(tx, personId, scope, now, notes));
    },

    /**
     * open → locked, with every session and device of the person ended; how many of each. Null when it was locked,
     * or is not there, or whoever does it is no open operator any more.
     */
    lockPerson(personId: string, now: Date, notes: { lock: Note; devices: Note }): Promise<SignedOut | null> {
      return prisma.$transaction(async (tx) => {
        if (!(await mayStillOperate(tx, notes.lock))) return null;
        const where = { id: personId, lockedAt: null };
        if ((await tx.user.updateMany({ where, data: { lockedAt: now } })).count === 0) return null;
        const ending = { sessions: notes.lock, devices: notes.devices };
        return signOut(tx, personId, { devices: true }, now, ending);
      });
    },

    /** locked → open. What was revoked stays so. False when it was open, and as for `lockPerson`. */
    unlockPerson(personId: string, note: Note): Promise<boolean> {
      return prisma.$transaction(async (tx) => {
        if (!(await mayStillOperate(tx, note))) return false;
        const where = { id: personId, lockedAt: { not: null } };
        if ((await tx.user.updateMany({ where, data: { lockedAt: null } })).count === 0) return false;
        await noteOn(tx, note, personId);
        return true;
      });
    },

    /**
     * Reads one row, so that readiness is told by the tables and not by the connection alone.
     * @throws ProductError `database-unavailable` while the migrations are not done, and says so.
     */
    async checkTables(): Promise<void> {
      // What the migrations make one after the other: while some are yet to run, no login can start.
      const [client] = await Promise.all([
        prisma.client.findFirst({ select: { id: true } }),
        prisma.activity.findFirst({ select: { id: true } }),
      ]).catch((error: unknown) => {
        throw isMissingTable(error) ? notMigrated(error) : error;
      });
      if (!client) throw notMigrated();
    },
  };
}

function notMigrated(cause?: unknown): ProductError {
  return new ProductError("database-unavailable", "Database not migrated", { cause });
}
