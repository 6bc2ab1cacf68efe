"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Button } from "@/components/ui/button";

/** Not where people sign in already: there it would drop the page, and the code, that they came from. */
export function SignInLink() {
  const pathname = usePathname();
  if (pathname?.startsWith("/sign-in") || pathname === "/sign-up") return null;
  return (
    <Button asChild variant="outline" size="sm">
      <Link href="/sign-in">Sign in</Link>
    </Button>
  );
}
