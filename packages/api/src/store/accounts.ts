import { Prisma, type PrismaClient } from "@alprina/db";
import { noteChange, type Note } from "./activity";
import { toPerson, type Person } from "./people";
import { noteOn, signOut, type SignedOut, type SignOutNotes, type SignOutScope } from "./sign-out";
import { isTaken } from "./violations";
import { PASSWORD } from "./ways";

/** A person as an operator sees them, with what is signed in as them. */
export interface ListedPerson extends Person {
  /** Since when they look after this server; null for everybody else. */
  operatorSince: Date | null;
  browsers: number;
  devices: number;
}

export function accountStore(prisma: PrismaClient) {
  return {
    /** The hash of a person's password; null for somebody who has none. */
    async findPasswordHash(userId: string): Promise<string | null> {
      const where = { userId, providerId: PASSWORD, accountId: userId };
      return (await prisma.account.findFirst({ where, select: { password: true } }))?.password ?? null;
    },

    /** What a sign-in that is under way must find unchanged at its end: the password, and no sign-out since. */
    async findSignInStanding(
      userId: string,
    ): Promise<{ passwordHash: string | null; signedOutAt: Date | null } | null> {
      const accounts = {
        where: { providerId: PASSWORD, accountId: userId },
        select: { password: true },
      } as const;
      const user = await prisma.user.findUnique({
        where: { id: userId },
        select: { signedOutAt: true, accounts },
      });
      return user && { passwordHash: user.accounts[0]?.password ?? null, signedOutAt: user.signedOutAt };
    },

    /** False for somebody who is gone. The event has the former name, and is none for the same. */
    async renamePerson(userId: string, name: string, note: Note): Promise<boolean> {
      const subject = { userId: Prisma.sql`id`, detail: Prisma.sql`NULLIF(former_name, '')` };
      const renamed = await prisma.$queryRaw<unknown[]>`
        WITH former AS (
          SELECT id, full_name FROM "user" WHERE id = ${userId} FOR NO KEY UPDATE
        ), renamed AS (
          UPDATE "user" u SET full_name = ${name}, updated_at = ${note.at} FROM former WHERE u.id = former.id
          RETURNING u.id, u.full_name, former.full_name AS former_name
        ), changed AS (
          SELECT * FROM renamed WHERE full_name <> former_name
        ), ${noteChange(note, subject, Prisma.sql`changed`)}
        SELECT 1 FROM renamed`;
      return renamed.length === 1;
    },

    /**
     * Another e-mail address in the place of `former`, of which nobody has shown that it is theirs. `taken` when it is
     * somebody's; `gone` when nobody has the former one any more.
     */
    async changeEmail(
      userId: string,
      { former, next }: { former: string; next: string },
      note: Note,
    ): Promise<"changed" | "taken" | "gone"> {
      const subject = { userId: Prisma.sql`id`, detail: Prisma.sql`${former}::text` };
      try {
        const changed = await prisma.$queryRaw<unknown[]>`
          WITH changed AS (
            UPDATE "user" SET email = ${next}, email_verified = FALSE, updated_at = ${note.at}
             WHERE id = ${userId} AND email = ${former} RETURNING id
          ), ${noteChange(note, subject, Prisma.sql`changed`)}
          SELECT 1 FROM changed`;
        return changed.length === 1 ? "changed" : "gone";
      } catch (error) {
        if (isTaken(error)) return "taken";
        throw error;
      }
    },

    /** How a person signs in: `password`, or the id of a provider. */
    async findWaysToSignIn(userId: string): Promise<string[]> {
      const select = { providerId: true } as const;
      const accounts = await prisma.account.findMany({
        where: { userId },
        select,
        orderBy: { createdAt: "asc" },
      });
      return accounts.map(({ providerId }) => (providerId === PASSWORD ? "password" : providerId));
    },

    /**
     * Puts another password in the place of `former`, and signs out with it, all or nothing. Null when `former`
     * is not the password any more.
     */
    changePassword(
      personId: string,
      { former, next }: { former: string; next: string },
      scope: SignOutScope,
      now: Date,
      notes: SignOutNotes,
    ): Promise<SignedOut | null> {
      return prisma.$transaction(async (tx) => {
        // The row that a session which is being made holds: it is there for us to end, or sees the new password.
        await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${personId} FOR NO KEY UPDATE`;
        const where = { userId: personId, providerId: PASSWORD, accountId: personId, password: former };
        if ((await tx.account.updateMany({ where, data: { password: next } })).count === 0) return null;
        return signOut(tx, personId, scope, now, notes);
      });
    },

    /**
     * Removes a person with all that is theirs; their keys, sessions and codes go with them, and what they approved
     * is worth nothing. What happened stays, of nobody and from nowhere. False when they were gone.
     */
    deletePerson(personId: string, note: Note): Promise<boolean> {
      return prisma.$transaction(async (tx) => {
        // In the order in which a renewal takes them.
        await tx.$queryRaw`
          SELECT 1 FROM refresh_token JOIN api_key ON api_key.id = api_key_id WHERE user_id = ${personId}
             FOR UPDATE OF refresh_token`;
        await tx.$queryRaw`SELECT 1 FROM api_key WHERE user_id = ${personId} FOR UPDATE`;
        const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "user" WHERE id = ${personId} FOR UPDATE`;
        if (rows.length === 0) return false;
        await tx.activity.updateMany({ where: { userId: personId }, data: anonymous });
        await tx.user.delete({ where: { id: personId }, select: { id: true } });
        await noteOn(tx, note, null);
        return true;
      });
    },

    /** Everybody, or who has this e-mail address or id; those who came first first. */
    async listPeople(now: Date, whom?: string | { id: string }): Promise<ListedPerson[]> {
      const live = {
        status: "active" as const,
        OR: [{ expiresAt: { gt: now } }, { renewableUntil: { gt: now } }],
      };
      const counted = { sessions: { where: { expiresAt: { gt: now } } }, apiKeys: { where: live } };
      const users = await prisma.user.findMany({
        where: typeof whom === "string" ? { email: whom.trim().toLowerCase() } : whom,
        include: { _count: { select: counted } },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      });
      return users.map((user) => ({
        ...toPerson(user),
        operatorSince: user.operatorSince,
        browsers: user._count.sessions,
        devices: user._count.apiKeys,
      }));
    },
  };
}

const anonymous = {
  userId: null,
  deviceId: null,
  deviceName: null,
  ipAddress: null,
  place: null,
  network: null,
  userAgent: null,
  detail: null,
};
