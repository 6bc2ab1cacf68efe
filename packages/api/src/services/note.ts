import type { ActivityKind } from "../domain/activity";
import { describeSource } from "../places/source";
import type { Note, Origin, Person, Subject } from "../store/index";
import type { Deps, Sender } from "./deps";

const MAX_USER_AGENT = 300;

/** An event of `kind`, sent from there, to be written with the change that it tells of. */
export function note(
  deps: Pick<Deps, "findPlace">,
  sender: Sender,
  kind: ActivityKind,
  at: Date,
  detail?: string | null,
): Note {
  return { kind, at, origin: originOf(deps, sender), detail };
}

/**
 * An event by an operator: `by` at /admin, or by the command. It comes from nowhere, because where an operator sits is
 * no matter of whose event it is.
 */
export function operatorNote(
  kind: ActivityKind,
  at: Date,
  detail?: string,
  by: Pick<Person, "id"> | null = null,
): Note {
  const origin = { ipAddress: null, place: null, network: null, userAgent: null };
  return { kind, at, origin, detail, actorId: by?.id };
}

function originOf({ findPlace }: Pick<Deps, "findPlace">, { ipAddress, userAgent }: Sender): Origin {
  const { place, network } = describeSource(ipAddress, findPlace);
  return { ipAddress, place, network, userAgent: userAgent?.slice(0, MAX_USER_AGENT) ?? null };
}

/** Writes an event down that goes with no change. */
export async function noteAlone(
  deps: Pick<Deps, "findPlace" | "store">,
  sender: Sender,
  kind: ActivityKind,
  at: Date,
  subject: Subject & { detail?: string | null },
): Promise<void> {
  const { detail, ...about } = subject;
  await deps.store.insertActivity(note(deps, sender, kind, at, detail), about);
}
