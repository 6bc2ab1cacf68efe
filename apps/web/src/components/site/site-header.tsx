import Link from "next/link";
import { Mark } from "@/components/brand/mark";
import type { Viewer } from "@/lib/person";
import { PersonMenu } from "./person-menu";
import { SignInLink } from "./sign-in-link";

export function SiteHeader({ appName, viewer }: { appName: string; viewer: Viewer | null }) {
  return (
    <header className="page-width flex h-17 items-center justify-between gap-4">
      <Link href="/" className="flex items-center gap-2.5 rounded-sm font-semibold tracking-tight">
        <Mark />
        {appName}
      </Link>
      {viewer ? <PersonMenu viewer={viewer} /> : <SignInLink />}
    </header>
  );
}
