import { useTranslations } from "#translations";
import { Callout } from "@/components/ui/callout";
import { signInAgain, withNext } from "@/lib/next-path";
import type { Problem } from "@/lib/problem";
import { useProblemWords } from "./use-problem-words";

/** A call that failed, and what to do. Signing in again comes back to `returnTo`. */
export function ProblemCallout({ problem, returnTo }: { problem: Problem | null; returnTo: string }) {
  const t = useTranslations("errors");
  const wordsOf = useProblemWords();
  if (!problem) return null;
  return (
    <Callout tone="danger" role="alert">
      {wordsOf(problem)}
      {problem.signIn && (
        <>
          {" "}
          {t.rich("signInAgain", {
            link: (words) => (
              <a
                href={problem.signIn === "again" ? signInAgain(returnTo) : withNext("/sign-in", returnTo)}
                className="link font-semibold"
              >
                {words}
              </a>
            ),
          })}
        </>
      )}
    </Callout>
  );
}
