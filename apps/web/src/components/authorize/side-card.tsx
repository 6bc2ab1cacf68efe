import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Facts, type Fact } from "./facts";

interface SideCardProps {
  icon: LucideIcon;
  title: string;
  name: ReactNode;
  facts: Fact[];
}

/** One of the two sides of a login. Both look the same: neither is more to be believed than the other. */
export function SideCard({ icon: Icon, title, name, facts }: SideCardProps) {
  return (
    <Card className="min-w-0 p-5">
      <h2 className="flex items-center gap-2 text-fine font-medium text-muted-foreground">
        <Icon className="size-4" aria-hidden />
        {title}
      </h2>
      <p className="mt-3 text-lg/6 font-semibold tracking-tight break-words">
        <bdi>{name}</bdi>
      </p>
      <Facts facts={facts} />
    </Card>
  );
}
