"use client";

import { Monitor, Moon, Sun, type LucideIcon } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { Suspense, useState, type FormEvent } from "react";
import { cn } from "@/lib/cn";
import { readTheme, themes, type Theme } from "@/lib/theme";

const looks: Record<Theme, { title: string; icon: LucideIcon }> = {
  system: { title: "As the system", icon: Monitor },
  light: { title: "Light", icon: Sun },
  dark: { title: "Dark", icon: Moon },
};

/** Three buttons of a plain form; with a script the page changes where it stands. */
export function ThemeChoice({ theme }: { theme: Theme }) {
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
      <Suspense>
        <Here />
      </Suspense>
      <div role="group" aria-label="Appearance" className="flex rounded-md border p-0.5">
        {themes.map((one) => {
          const { title, icon: Icon } = looks[one];
          return (
            <button
              key={one}
              name="theme"
              value={one}
              aria-label={title}
              title={title}
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

/** Where the form comes back to. */
function Here() {
  const path = usePathname() ?? "/";
  const search = useSearchParams()?.toString();
  return <input type="hidden" name="next" value={search ? `${path}?${search}` : path} />;
}
