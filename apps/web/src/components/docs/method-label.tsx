import { cn } from "@/lib/cn";

const tones: Record<string, string> = {
  GET: "text-muted-foreground",
  POST: "text-ok",
  PATCH: "text-warn",
  DELETE: "text-danger",
  DEL: "text-danger",
};

/** The method, in mono, each with its colour; the words say it too. */
export function MethodLabel({ method, className }: { method: string; className?: string }) {
  return <span className={cn("font-mono font-semibold", tones[method], className)}>{method}</span>;
}
