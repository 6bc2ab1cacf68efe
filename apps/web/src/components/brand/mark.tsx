import { cn } from "@/lib/cn";

/** A prompt with a green cursor: favicon, header, and the first line that the command line prints. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={cn("size-6.5 shrink-0", className)}>
      <rect width="32" height="32" rx="8" className="fill-foreground" />
      <path
        d="m8 10 6 6-6 6"
        className="stroke-background"
        strokeWidth="3.2"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M17 22.2h7.5" className="stroke-(--mark-cursor)" strokeWidth="3.2" strokeLinecap="round" />
    </svg>
  );
}
