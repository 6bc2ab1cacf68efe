import Link from "next/link";
import { Notice } from "@/components/site/notice";
import { Button } from "@/components/ui/button";

/** A link that names no client or no way back that we know to be good: nobody is sent anywhere. */
export function UnusableLink({ why }: { why: string }) {
  return (
    <Notice command="open this-link" output="Refused" title="This link cannot be used">
      <p className="font-medium text-foreground">{why}</p>
      <p className="mt-2">
        Nothing was signed in, and you were sent nowhere. If a program opened this page, start again there, or
        tell whoever makes it. If somebody sent you the link, leave it.
      </p>
      <Button asChild variant="outline" size="lg" className="mt-7">
        <Link href="/">Go to the start</Link>
      </Button>
    </Notice>
  );
}
