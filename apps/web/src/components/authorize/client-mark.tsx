import { letterMark } from "@/lib/clients";
import { cn } from "@/lib/cn";
import type { RequestingClient } from "@/trpc/client";

const sizes = { md: "size-12 rounded-md text-xl", sm: "size-9 rounded-sm text-base" };

/** A client's logo, or its first letter. Its name always stands beside it, so to a screen reader this is nothing. */
export function ClientMark({ client, size = "md" }: { client: RequestingClient; size?: keyof typeof sizes }) {
  const box = cn("shrink-0 border", sizes[size]);
  if (client.logo) {
    // A `data:` URL of a few kilobytes: there is nothing to load, so nothing to optimise. Logos are drawn for white.
    return <img src={client.logo} alt="" className={cn(box, "bg-white object-contain p-1")} />;
  }
  return (
    <span aria-hidden className={cn(box, "grid place-items-center bg-secondary font-semibold")}>
      {letterMark(client.name)}
    </span>
  );
}
