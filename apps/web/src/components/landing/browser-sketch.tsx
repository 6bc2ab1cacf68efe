import { Globe } from "lucide-react";
import { Card } from "@/components/ui/card";
import { cn } from "@/lib/cn";

const button = "grid h-10 flex-1 place-items-center rounded-md border text-sm font-semibold";

/** The page that answers, in small. A picture: nothing in it can be clicked. */
export function BrowserSketch({ code }: { code: string }) {
  return (
    <Card
      role="img"
      aria-label={`A browser: it shows the same code, ${code}, with Deny and Approve`}
      className="p-5 sm:p-6"
    >
      <p className="flex items-center gap-2 text-[13px]/5 font-medium text-muted-foreground">
        <Globe className="size-4" aria-hidden />
        You, in this browser
      </p>
      <p className="mt-3 font-semibold tracking-tight">Is this you, signing in from a terminal?</p>
      <p className="code-type mt-2 text-[30px]/10 whitespace-nowrap">{code}</p>
      <div className="mt-4 flex gap-2.5">
        <span className={cn(button, "border-border-strong")}>Deny</span>
        <span className={cn(button, "border-transparent bg-primary text-primary-foreground")}>Approve</span>
      </div>
    </Card>
  );
}
