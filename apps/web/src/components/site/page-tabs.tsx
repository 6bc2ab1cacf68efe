"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cn } from "@/lib/cn";

interface PageTabsProps {
  label: string;
  /** The first is for its own address alone, the others for what is below theirs too. */
  tabs: readonly { href: string; name: string }[];
}

/** The pages of one room. Where they have no room beside each other, they can be pushed aside. */
export function PageTabs({ label, tabs }: PageTabsProps) {
  const pathname = usePathname();
  const isMany = tabs.length > 4;
  const nav = useRef<HTMLElement>(null);

  // Where the words of a language are long, the page that is open could be one of those that are out of sight.
  useEffect(() => {
    const here = nav.current?.querySelector("[aria-current]")?.getBoundingClientRect();
    const seen = nav.current?.getBoundingClientRect();
    if (!here || !seen) return;
    const hidden = Math.max(0, here.right - seen.right) + Math.min(0, here.left - seen.left);
    if (hidden !== 0) nav.current?.scrollBy({ left: hidden });
  }, [pathname]);

  return (
    <nav
      ref={nav}
      aria-label={label}
      className={cn("flex gap-6 overflow-x-auto border-b", isMany && "max-[420px]:gap-3")}
    >
      {tabs.map(({ href, name }, index) => {
        const isHere = pathname === href;
        const isAround = isHere || (index > 0 && pathname?.startsWith(`${href}/`) === true);
        return (
          <Link
            key={href}
            href={href}
            aria-current={isHere ? "page" : isAround || undefined}
            className={cn(
              "border-b-2 py-3 text-body/5 whitespace-nowrap focus-visible:-outline-offset-2",
              isMany && "max-[420px]:text-sm/5",
              isAround
                ? "border-foreground font-semibold"
                : "border-transparent text-muted-foreground hover:text-foreground",
            )}
          >
            {name}
          </Link>
        );
      })}
    </nav>
  );
}
