import { Callout } from "@/components/ui/callout";
import { signInAgain } from "@/lib/next-path";

export const SIGN_IN_FIRST = "To approve, sign in again.";

/** Said before anybody has compared and chosen in vain: the server would refuse the approval. */
export function SignInFirst({ returnTo }: { returnTo: string }) {
  return (
    <Callout>
      <strong className="font-semibold">You signed in a while ago,</strong> and somebody else may sit here by
      now.{" "}
      <a href={signInAgain(returnTo)} className="link font-semibold">
        Sign in again
      </a>{" "}
      to approve, and you come back to this. To deny you need not.
    </Callout>
  );
}
