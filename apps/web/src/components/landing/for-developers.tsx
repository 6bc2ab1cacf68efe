import Link from "next/link";
import { useTranslations } from "#translations";

/** For whoever builds the command line. */
export function ForDevelopers() {
  const t = useTranslations("landing");
  return (
    <p className="mt-14 border-t pt-5 text-body text-muted-foreground">
      {t.rich("developers", {
        guides: (words) => (
          <Link href="/docs" className="link font-medium text-foreground">
            {words}
          </Link>
        ),
        reference: (words) => (
          <Link href="/docs/api" className="link">
            {words}
          </Link>
        ),
        openapi: (words) => (
          <a href="/openapi.json" className="link">
            {words}
          </a>
        ),
      })}
    </p>
  );
}
