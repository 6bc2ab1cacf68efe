"use client";

import { Monitor, Moon, Sun, type LucideIcon } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useTranslations } from "#translations";
import { cn } from "@/lib/cn";
import { readTheme, themes, type Theme } from "@/lib/theme";
import { Here } from "./here";

const icons: Record<Theme, LucideIcon> = { system: Monitor, light: Sun, dark: Moon };

/** Three buttons of a plain form; with a script the page changes where it stands. */
export function ThemeChoice({ theme }: { theme: Theme }) {
  const t = useTranslations("site.appearance");
  const [chosen, setChosen] = useState(theme);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const next = readTheme(submitter.value);
    setChosen(next);
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    // Kept for the pages to come; when that fails, this page looks as was wished all the same.
    void fetch("/theme", {
      method: "POST",
      body: new URLSearchParams({ theme: next }),
      redirect: "manual",
    }).catch(() => undefined);
  }

  return (
    <form method="post" action="/theme" onSubmit={onSubmit}>
      <Here />
      <div role="group" aria-label={t("label")} className="flex rounded-md border p-0.5">
        {themes.map((one) => {
          const Icon = icons[one];
          return (
            <button
              key={one}
              name="theme"
              value={one}
              aria-label={t(one)}
              title={t(one)}
              aria-pressed={one === chosen}
              className={cn(
                "grid h-7 w-9 place-items-center rounded-sm transition-colors",
                one === chosen ? "bg-accent text-foreground" : "hover:text-foreground",
              )}
            >
              <Icon className="size-4" aria-hidden />
            </button>
          );
        })}
      </div>
    </form>
  );
}
