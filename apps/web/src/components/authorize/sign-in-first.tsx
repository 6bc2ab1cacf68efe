import { TooOld } from "@/components/site/too-old";

export const SIGN_IN_FIRST = "To approve, sign in again.";

/** For whoever decides: to deny, nobody must sign in again. */
export function SignInFirst({ returnTo, to = "approve" }: { returnTo: string; to?: string }) {
  return (
    <TooOld to={to} returnTo={returnTo}>
      To deny you need not.
    </TooOld>
  );
}
