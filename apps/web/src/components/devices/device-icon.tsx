import { Laptop, Monitor, Server, type LucideIcon } from "lucide-react";

const SERVERS = /build|runner|ci\b|prod|server|node|worker|host|vm\b|pod|docker/i;
const DESKTOPS = /windows|desktop|imac|tower/i;

/** A guess from what the device calls itself; nothing hangs on it. */
export function DeviceIcon({ name, os }: { name: string; os: string | null }) {
  const Icon: LucideIcon = SERVERS.test(name)
    ? Server
    : DESKTOPS.test(`${name} ${os ?? ""}`)
      ? Monitor
      : Laptop;
  return (
    <span
      aria-hidden
      className="grid size-11 shrink-0 place-items-center rounded-md border bg-muted text-muted-foreground"
    >
      <Icon className="size-5" strokeWidth={1.75} />
    </span>
  );
}
