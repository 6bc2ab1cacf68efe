import { Monitor, ShieldCheck, UserRound } from "lucide-react";
import { useTranslations } from "#translations";
import type { Viewer } from "@/lib/person";
import { Avatar } from "./avatar";
import { MenuLink } from "./menu-link";
import { SignOutButton } from "./sign-out-button";

const MENU = "person-menu";

/**
 * Who is signed in, and the places to go from here. The browser's own popover: it closes on Escape and on a
 * click elsewhere, gives the focus back, and costs no script.
 */
export function PersonMenu({ viewer }: { viewer: Viewer }) {
  const t = useTranslations("site");
  return (
    <div className="flex min-w-0 items-center">
      <button
        type="button"
        popoverTarget={MENU}
        className="flex min-w-0 items-center gap-2.5 -me-1 rounded-full p-1 text-sm min-[440px]:ps-3 text-muted-foreground transition-colors hover:bg-accent hover:text-foreground"
      >
        <span className="sr-only">{t("header.menuOf", { email: viewer.email })}</span>
        <span aria-hidden className="hidden min-w-0 truncate min-[440px]:inline">
          {viewer.email}
        </span>
        <Avatar viewer={viewer} />
      </button>
      <div
        id={MENU}
        popover="auto"
        className="person-menu w-64 rounded-lg border bg-popover p-1 text-popover-foreground shadow-raised"
      >
        <div className="border-b px-3 pt-2 pb-3 text-sm">
          {viewer.fullName && <p className="truncate font-semibold">{viewer.fullName}</p>}
          <p className="truncate text-muted-foreground">{viewer.email}</p>
        </div>
        <nav aria-label={t("header.menu")} className="pt-1">
          <MenuLink
            href="/settings/devices"
            className="flex h-10 items-center gap-2.5 rounded-md px-3 text-sm font-medium hover:bg-accent"
          >
            <Monitor className="size-4 text-muted-foreground" aria-hidden />
            {t("header.devices")}
          </MenuLink>
          <MenuLink
            href="/settings/account"
            className="flex h-10 items-center gap-2.5 rounded-md px-3 text-sm font-medium hover:bg-accent"
          >
            <UserRound className="size-4 text-muted-foreground" aria-hidden />
            {t("header.account")}
          </MenuLink>
          {viewer.isOperator && (
            <MenuLink
              href="/admin"
              className="flex h-10 items-center gap-2.5 rounded-md px-3 text-sm font-medium hover:bg-accent"
            >
              <ShieldCheck className="size-4 text-muted-foreground" aria-hidden />
              {t("header.admin")}
            </MenuLink>
          )}
          <SignOutButton />
        </nav>
      </div>
    </div>
  );
}
