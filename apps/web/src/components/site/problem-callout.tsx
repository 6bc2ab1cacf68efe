import { Callout } from "@/components/ui/callout";
import { signInAgain, withNext } from "@/lib/next-path";
import type { Problem } from "@/lib/problem";

/** A call that failed, and what to do. Signing in again comes back to `returnTo`. */
export function ProblemCallout({ problem, returnTo }: { problem: Problem | null; returnTo: string }) {
  if (!problem) return null;
  return (
    <Callout tone="danger" role="alert">
      {problem.message}
      {problem.signIn && (
        <>
          {" "}
          <a
            href={problem.signIn === "again" ? signInAgain(returnTo) : withNext("/sign-in", returnTo)}
            className="link font-semibold"
          >
            Sign in again
          </a>{" "}
          to go on from here.
        </>
      )}
    </Callout>
  );
}
