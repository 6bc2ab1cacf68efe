import { LogOut } from "lucide-react";
import { useTranslations } from "#translations";

/** A form: it works on every page, and the full load that follows leaves nothing of the person in this tab. */
export function SignOutButton() {
  const t = useTranslations("site");
  return (
    <form method="post" action="/sign-out" data-plain>
      <button
        type="submit"
        className="flex h-10 w-full items-center gap-2.5 rounded-md px-3 text-sm font-medium hover:bg-accent"
      >
        <LogOut className="size-4 text-muted-foreground" aria-hidden />
        {t("header.signOut")}
      </button>
    </form>
  );
}
