import Link from "next/link";
import type { Theme } from "@/lib/theme";
import { ThemeChoice } from "./theme-choice";

/** Below every page: where to read on, and how it looks. */
export function SiteFooter({ theme }: { theme: Theme }) {
  return (
    <footer className="page-width mt-16 text-sm/6 text-muted-foreground">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t py-5">
        <nav aria-label="More" className="flex gap-5">
          <Link href="/docs" prefetch={false} className="hover:text-foreground">
            Guides
          </Link>
          <Link href="/docs/api" prefetch={false} className="hover:text-foreground">
            API reference
          </Link>
        </nav>
        <ThemeChoice theme={theme} />
      </div>
    </footer>
  );
}
