import type { OperatorStanding } from "@alprina/api";
import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { Callout } from "@/components/ui/callout";
import { cn } from "@/lib/cn";

/** Tells an operator that they are one, and the first person of a server why. */
export function OperatorNote({ operator, className }: { operator: OperatorStanding; className?: string }) {
  return (
    <Callout lang="en" className={cn("flex items-start gap-3", className)}>
      <ShieldCheck className="mt-0.5 size-5 shrink-0 text-ok" strokeWidth={1.75} aria-hidden />
      <p>
        You are{" "}
        {operator.isFirst
          ? "the operator of this server, because you are its first person"
          : "an operator of this server"}
        . At{" "}
        <Link href="/admin" className="link font-semibold">
          Admin
        </Link>{" "}
        you look after its people and their devices.
      </p>
    </Callout>
  );
}
