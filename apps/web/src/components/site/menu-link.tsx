"use client";

import Link from "next/link";
import type { ComponentProps } from "react";

/** A link in a popover, which it closes: the header stays when the page changes, and so would its menu. */
export function MenuLink(props: ComponentProps<typeof Link>) {
  return (
    <Link
      {...props}
      onClick={(event) => event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover()}
    />
  );
}
