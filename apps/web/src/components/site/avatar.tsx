import { initials, type Viewer } from "@/lib/person";

export function Avatar({ viewer }: { viewer: Viewer }) {
  return (
    <span
      aria-hidden
      className="grid size-7 shrink-0 place-items-center rounded-full bg-ok-tint text-xs font-semibold text-ok"
    >
      {initials(viewer)}
    </span>
  );
}
