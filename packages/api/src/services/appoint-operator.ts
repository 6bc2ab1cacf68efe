import type { Deps } from "./deps";
import { operatorNote } from "./note";
import { requirePerson } from "./operate-people";

type OperatorDeps = Pick<Deps, "store" | "now">;

/**
 * Gives a person the role of an operator. False when they have it.
 * @throws ProductError `invalid-input` when nobody has this e-mail address.
 */
export async function appointOperator(deps: OperatorDeps, email: string): Promise<boolean> {
  const { id } = await requirePerson(deps, email);
  const now = deps.now();
  return deps.store.makeOperator(id, now, operatorNote("operator-made", now));
}

/**
 * Takes the role from them. `none` when they do not have it; `last` when nobody who can sign in would have it then,
 * and it stays theirs.
 * @throws ProductError `invalid-input` when nobody has this e-mail address.
 */
export async function dismissOperator(
  deps: OperatorDeps,
  email: string,
): Promise<"dismissed" | "none" | "last"> {
  const { id } = await requirePerson(deps, email);
  if (await deps.store.removeOperator(id, operatorNote("operator-removed", deps.now()))) return "dismissed";
  const [person] = await deps.store.listPeople(deps.now(), { id });
  return person?.operatorSince ? "last" : "none";
}
