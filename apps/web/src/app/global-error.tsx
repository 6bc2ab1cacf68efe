"use client";

import "./globals.css";

/** The frame itself failed: as little as possible, so that it cannot fail too; in English, for the same reason. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>This page did not load</title>
        <main className="column-width py-16">
          <h1 className="text-[28px]/8 font-semibold tracking-tight">This page did not load</h1>
          <p className="mt-2 text-muted-foreground">
            It is our fault, not yours, and nothing was signed in or out by it. Reload the page in a moment.
          </p>
        </main>
      </body>
    </html>
  );
}
