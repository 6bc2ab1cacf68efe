import Link from "next/link";
import { Mark } from "@/components/brand/mark";
import type { Viewer } from "@/lib/person";
import { PersonMenu } from "./person-menu";
import { SignInLink } from "./sign-in-link";

interface SiteHeaderProps {
  appName: string;
  /** Where the operator's own mark is; null where ours is drawn. */
  mark: string | null;
  viewer: Viewer | null;
}

export function SiteHeader({ appName, mark, viewer }: SiteHeaderProps) {
  return (
    <header className="page-width flex h-17 items-center justify-between gap-4">
      <Link href="/" className="flex items-center gap-2.5 rounded-sm font-semibold tracking-tight">
        {mark ? <img src={mark} alt="" className="size-6.5 shrink-0 object-contain" /> : <Mark />}
        {appName}
      </Link>
      {viewer ? <PersonMenu viewer={viewer} /> : <SignInLink />}
    </header>
  );
}
