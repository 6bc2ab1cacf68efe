import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { SiteHeader } from "@/components/site/site-header";
import { publicConfig } from "@/env";
import { viewerOf } from "@/lib/person";
import { currentPerson } from "@/server/current-person";
import "./globals.css";

// Every page knows who is looking, and what the operator has set since the build.
export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  const { appName } = publicConfig();
  return {
    title: { default: appName, template: `%s · ${appName}` },
    description: "Sign a command line in with your browser.",
    // A code may stand in the address.
    referrer: "no-referrer",
    robots: { index: false },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f6f2" },
    { media: "(prefers-color-scheme: dark)", color: "#101214" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Without a database nobody can be looked up; the page inside says so, and the frame must stand for it.
  const person = await currentPerson().catch(() => null);
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body className="flex min-h-dvh flex-col">
        <SiteHeader appName={publicConfig().appName} viewer={person && viewerOf(person)} />
        {children}
      </body>
    </html>
  );
}
