import { useTranslations } from "#translations";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { formatUserCode } from "@/lib/user-code";
import type { RequestingClient } from "@/trpc/client";
import { ClientLine } from "./client-line";

interface CompareCodeProps {
  client: RequestingClient;
  code: string;
  /** False where nothing can be approved, and so nothing need be compared. */
  canBeCompared: boolean;
}

const SHOWN = "the-code";

/**
 * The code, to be held against the terminal's: whoever got it from somebody else has no terminal that shows it
 * (RFC 10027). Only the tick wakes Approve.
 */
export function CompareCode({ client, code, canBeCompared }: CompareCodeProps) {
  const t = useTranslations("authorize");
  return (
    <Card className="overflow-hidden">
      <div className="flex flex-col gap-x-6 gap-y-3 px-5 py-5 sm:flex-row sm:items-center sm:justify-between sm:px-6">
        <ClientLine client={client}>{t(canBeCompared ? "review.asksCompare" : "review.asks")}</ClientLine>
        <p
          id={SHOWN}
          dir="ltr"
          translate="no"
          className="code-type text-code whitespace-nowrap sm:text-code-wide"
        >
          {formatUserCode(code)}
        </p>
      </div>
      {canBeCompared && (
        <label className="flex cursor-pointer items-center gap-3 border-t px-5 py-3.5 hover:bg-muted has-checked:bg-ok-tint sm:px-6">
          <Checkbox name="compared" required autoComplete="off" aria-describedby={SHOWN} />
          <span className="text-body font-medium">{t("review.compared")}</span>
        </label>
      )}
    </Card>
  );
}
