"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/lib/cn";

const tabs = [
  { href: "/settings/devices", name: "Devices" },
  { href: "/settings/activity", name: "Activity" },
  { href: "/settings/account", name: "Account" },
] as const;

export function SettingsTabs() {
  const pathname = usePathname();
  return (
    <nav aria-label="Settings" className="flex gap-6 border-b">
      {tabs.map(({ href, name }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : undefined}
          className={cn(
            "-mb-px border-b-2 py-3 text-[15px]/5",
            pathname === href
              ? "border-foreground font-semibold"
              : "border-transparent text-muted-foreground hover:text-foreground",
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
