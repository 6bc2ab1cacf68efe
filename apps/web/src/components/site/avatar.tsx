import { initials, type Viewer } from "@/lib/person";

export function Avatar({ viewer }: { viewer: Viewer }) {
  return (
    <span
      aria-hidden
      translate="no"
      className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold"
    >
      {initials(viewer)}
    </span>
  );
}
