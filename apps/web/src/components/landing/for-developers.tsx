import Link from "next/link";

/** For whoever builds the command line. */
export function ForDevelopers() {
  return (
    <p className="mt-14 border-t pt-5 text-[15px]/6 text-muted-foreground">
      Building a command line?{" "}
      <Link href="/docs" className="link font-medium text-foreground">
        Add login in ten minutes
      </Link>
      , look up{" "}
      <Link href="/docs/api" className="link">
        every call
      </Link>
      , or take the{" "}
      <a href="/openapi.json" className="link">
        OpenAPI document
      </a>
      .
    </p>
  );
}
