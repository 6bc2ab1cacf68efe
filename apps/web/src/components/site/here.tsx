"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { Suspense } from "react";

/** Where a form of the footer comes back to. */
export function Here() {
  return (
    <Suspense>
      <Field />
    </Suspense>
  );
}

function Field() {
  const path = usePathname() ?? "/";
  const search = useSearchParams()?.toString();
  return <input type="hidden" name="next" value={search ? `${path}?${search}` : path} />;
}
