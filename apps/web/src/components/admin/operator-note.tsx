import type { OperatorStanding } from "@alprina/api";
import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "#translations";
import { Callout } from "@/components/ui/callout";
import { cn } from "@/lib/cn";

/** Tells an operator that they are one, and the first person of a server why. */
export function OperatorNote({ operator, className }: { operator: OperatorStanding; className?: string }) {
  const t = useTranslations("account.operator");
  return (
    <Callout className={cn("flex items-start gap-3", className)}>
      <ShieldCheck className="mt-0.5 size-5 shrink-0 text-ok" strokeWidth={1.75} aria-hidden />
      <p>
        {t.rich(operator.isFirst ? "first" : "one", {
          link: (words) => (
            <Link href="/admin" className="link font-semibold">
              {words}
            </Link>
          ),
        })}
      </p>
    </Callout>
  );
}
