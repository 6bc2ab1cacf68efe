import type { SecondFactor } from "../store/second-factors";
import type { Person } from "../store/index";
import type { Deps } from "./deps";

/** Whether a password of this person needs a code beside it, as the person sees it. */
export interface SecondFactorView {
  /** Since when; null while it is off. */
  onSince: Date | null;
  backupCodesLeft: number;
}

export async function showSecondFactor(
  { store }: Pick<Deps, "store">,
  person: Person,
): Promise<SecondFactorView> {
  const found = await store.findSecondFactor(person.id);
  const onSince = found?.confirmedAt ?? null;
  return { onSince, backupCodesLeft: onSince ? (found?.backupCodesLeft ?? 0) : 0 };
}

/** @throws when the server's secret is another than the one that it was sealed under. */
export function secretOf({ secrets }: Pick<Deps, "secrets">, { sealedSecret }: SecondFactor): Uint8Array {
  const secret = secrets.unseal(sealedSecret);
  if (!secret) throw new Error("An authenticator's secret was sealed under another AUTH_SECRET.");
  return secret;
}
