import { Prisma } from "@alprina/db";
import { keySubject, noteChange, type Note } from "./activity";

export type Transaction = Prisma.TransactionClient;

/** What of a person is to end. Their browsers do, but for one that is kept. */
export interface SignOutScope {
  keepSessionId?: string;
  devices: boolean;
}

export interface SignOutNotes {
  sessions: Note;
  devices: Note;
}

/** How many ended. */
export interface SignedOut {
  sessions: number;
  devices: number;
}

/**
 * Ends sessions, makes worthless what the person approved and nobody fetched yet, and revokes devices, as a part of
 * `tx`.
 */
export async function signOut(
  tx: Transaction,
  personId: string,
  { keepSessionId, devices }: SignOutScope,
  now: Date,
  notes: SignOutNotes,
): Promise<SignedOut> {
  // First the row that a key or a session which is being given holds: whoever comes second sees what the first did.
  const { count } = await tx.user.updateMany({ where: { id: personId }, data: { signedOutAt: now } });
  if (count === 0) return { sessions: 0, devices: 0 };
  const ended = await tx.session.deleteMany({ where: { userId: personId, id: { not: keepSessionId } } });
  await noteOn(tx, notes.sessions, personId);
  return {
    sessions: ended.count,
    devices: devices ? await revokeAll(tx, personId, now, notes.devices) : 0,
  };
}

/** Writes an event of this person down, as a part of `tx`. */
export async function noteOn(
  tx: Transaction,
  { kind, at, origin, detail = null, actorId }: Note,
  userId: string | null,
): Promise<void> {
  await tx.activity.create({ data: { kind, at, ...origin, detail, actorId, userId }, select: { id: true } });
}

/** active → revoked for every key of a person that is not over yet; how many. */
async function revokeAll(tx: Transaction, personId: string, now: Date, note: Note): Promise<number> {
  const revoked = await tx.$queryRaw<unknown[]>`
    WITH changed AS (
      UPDATE api_key SET status = 'revoked', revoked_at = ${now}
       WHERE user_id = ${personId} AND status = 'active' AND (expires_at > ${now} OR renewable_until > ${now})
      RETURNING id, user_id, name, client_id
    ), ${noteChange(note, keySubject, Prisma.sql`changed`)}
    SELECT 1 FROM changed`;
  return revoked.length;
}
