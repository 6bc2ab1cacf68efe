import { Prisma, type PrismaClient } from "@alprina/db";
import { noteChange, type Note } from "./activity";
import { removeWay, type Removed } from "./ways";

/** A passkey, without its key. */
export interface Passkey {
  id: string;
  name: string | null;
  /** Which make of authenticator holds it; zeros where that is not told. */
  aaguid: string | null;
  /** Whether whoever keeps it for the person copies it to their other devices. */
  backedUp: boolean;
  createdAt: Date | null;
  lastUsedAt: Date | null;
}

const shown = {
  ...{ id: true, name: true, aaguid: true, backedUp: true },
  ...{ createdAt: true, lastUsedAt: true },
} as const;

export function passkeyStore(prisma: PrismaClient) {
  return {
    /** The oldest first. */
    listPasskeys(userId: string): Promise<Passkey[]> {
      return prisma.passkey.findMany({
        where: { userId },
        select: shown,
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      });
    },

    countPasskeys(userId: string): Promise<number> {
      return prisma.passkey.count({ where: { userId } });
    },

    /** Whose passkey has this credential id; null for nobody's. */
    async findPasskeyOwner(credentialId: string): Promise<string | null> {
      const where = { credentialID: credentialId };
      return (await prisma.passkey.findUnique({ where, select: { userId: true } }))?.userId ?? null;
    },

    /** False for one that is gone or somebody else's. The event has the former name, and is none for the same. */
    async renamePasskey(id: string, userId: string, name: string, note: Note): Promise<boolean> {
      const subject = { userId: Prisma.sql`user_id`, detail: Prisma.sql`former_name` };
      const renamed = await prisma.$queryRaw<unknown[]>`
        WITH former AS (
          SELECT id, name FROM passkey WHERE id = ${id} AND user_id = ${userId} FOR UPDATE
        ), renamed AS (
          UPDATE passkey SET name = ${name} FROM former WHERE passkey.id = former.id
          RETURNING user_id, passkey.name, former.name AS former_name
        ), changed AS (
          SELECT * FROM renamed WHERE name IS DISTINCT FROM former_name
        ), ${noteChange(note, subject, Prisma.sql`changed`)}
        SELECT 1 FROM renamed`;
      return renamed.length === 1;
    },

    /** Removes a passkey of this person, unless nothing else would let them in. */
    removePasskey(id: string, userId: string, offered: readonly string[], note: Note): Promise<Removed> {
      const subject = { userId: Prisma.sql`user_id`, detail: Prisma.sql`name` };
      return removeWay(
        prisma,
        userId,
        offered,
        Prisma.sql`
          WITH changed AS (
            DELETE FROM passkey WHERE id = ${id} AND user_id = ${userId} RETURNING user_id, name
          ), ${noteChange(note, subject, Prisma.sql`changed`)}
          SELECT 1 FROM changed`,
      );
    },
  };
}
