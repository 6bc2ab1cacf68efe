"use client";

import { Notice } from "@/components/site/notice";
import { Button } from "@/components/ui/button";

/** A page that failed. What went wrong is in the server's log, under the number that is shown. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <Notice command="open this-page" output="No answer" title="This page did not load">
      <p>
        It is our fault, not yours, and nothing was signed in or out by it. Try again in a moment.
        {error.digest && (
          <>
            {" "}
            If it stays so, tell whoever runs this server: <code className="font-mono">{error.digest}</code>.
          </>
        )}
      </p>
      {/* A full load: what failed may be the script itself. */}
      <Button variant="ink" size="lg" className="mt-7" onClick={() => window.location.reload()}>
        Try again
      </Button>
    </Notice>
  );
}
