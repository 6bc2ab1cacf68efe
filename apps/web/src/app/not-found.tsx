import type { Metadata } from "next";
import Link from "next/link";
import { Notice } from "@/components/site/notice";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <Notice command="cat this-page" output="No such page" title="There is nothing here">
      <p>The address may be mistyped, or old. Were you sent here by a terminal? Then enter its code.</p>
      <div className="mt-7 flex flex-col gap-3 sm:flex-row">
        <Button asChild variant="ink" size="lg">
          <Link href="/authorize">Enter a code</Link>
        </Button>
        <Button asChild variant="outline" size="lg">
          <Link href="/">Go to the start</Link>
        </Button>
      </div>
    </Notice>
  );
}
