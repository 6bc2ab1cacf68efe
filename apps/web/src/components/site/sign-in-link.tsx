"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";

/** Not where people sign in already: there it would drop the page, and the code, that they came from. */
export function SignInLink() {
  const t = useTranslations("site");
  const pathname = usePathname();
  if (pathname?.startsWith("/sign-in") || pathname === "/sign-up") return null;
  return (
    <Button asChild variant="outline" size="sm">
      <Link href="/sign-in">{t("header.signIn")}</Link>
    </Button>
  );
}
