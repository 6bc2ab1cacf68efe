import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@alprina/api";
import { useTranslations } from "#translations";
import { useProblemText } from "@/components/site/use-problem-words";
import { Callout } from "@/components/ui/callout";
import { signInAgain } from "@/lib/next-path";

/** A call that failed, in words; with a way on where signing in again is one. */
export function Refusal({
  error,
  className,
  returnTo = "/settings/account",
}: {
  error: Error | null;
  className?: string;
  /** Where signing in again comes back to. */
  returnTo?: string;
}) {
  const t = useTranslations("errors");
  const problemText = useProblemText();
  if (!error) return null;
  if (isTooOld(error)) {
    return (
      <Callout tone="warn" role="alert" className={className}>
        {t.rich("signInForThis", {
          link: (words) => (
            <a href={signInAgain(returnTo)} className="link font-semibold">
              {words}
            </a>
          ),
        })}
      </Callout>
    );
  }
  return (
    <Callout tone="danger" role="alert" className={className}>
      {problemText(error)}
    </Callout>
  );
}

function isTooOld(error: Error): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  return (error as TRPCClientError<AppRouter>).data?.reason === "sign-in-too-old";
}
