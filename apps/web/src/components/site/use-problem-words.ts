import { useLocale, useTranslations } from "#translations";
import { duration } from "@/lib/dates";
import { explainProblem, type Problem } from "@/lib/problem";

/** How a call that failed is said. */
export function useProblemWords(): (problem: Problem) => string {
  const t = useTranslations("errors");
  const language = useLocale();
  return ({ word, retryAfterSeconds, said }) =>
    said ??
    (word === "tooMany" && retryAfterSeconds
      ? t("tooMany", { wait: duration(retryAfterSeconds, language) })
      : t(word === "tooMany" ? "tooManyForNow" : word));
}

/** The same of what was caught, with the way on for a page that has no link beside it. */
export function useProblemText(): (error: Error | null) => string | null {
  const t = useTranslations("errors");
  const wordsOf = useProblemWords();
  return (error) => {
    if (!error) return null;
    const problem = explainProblem(error);
    return problem.signIn === "first" ? t("signedOutReload") : wordsOf(problem);
  };
}
