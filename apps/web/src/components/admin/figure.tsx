import Link from "next/link";
import type { ReactNode } from "react";
import { useLocale } from "#translations";
import { formatsOf } from "@/lib/language";

interface FigureProps {
  name: string;
  value: number;
  says?: ReactNode;
  /** Where what is counted can be read. */
  href?: string;
}

/** One number, with what it counts. */
export function Figure({ name, value, says, href }: FigureProps) {
  const formats = formatsOf(useLocale());
  return (
    <div className="flex min-w-0 flex-col bg-card p-4 sm:p-5">
      <dt className="text-sm/5 text-muted-foreground">
        {href ? (
          <Link href={href} prefetch={false} className="link">
            {name}
          </Link>
        ) : (
          name
        )}
      </dt>
      <dd className="mt-1">
        <span className="block text-title font-semibold tracking-[-0.03em] tabular-nums">
          {value.toLocaleString(formats)}
        </span>
        {says && <span className="block text-sm/5 text-muted-foreground">{says}</span>}
      </dd>
    </div>
  );
}
