import type { ReactNode } from "react";
import type { RequestingClient } from "@/trpc/client";
import { ClientMark } from "./client-mark";

/** Who asks: its logo, its name, and what it does. */
export function ClientLine({ client, children }: { client: RequestingClient; children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-center gap-3.5">
      <ClientMark client={client} />
      <p className="min-w-0">
        <span className="block text-lg/6 font-semibold tracking-tight wrap-anywhere">
          <bdi>{client.name}</bdi>
        </span>
        <span className="block text-body/5.5 text-muted-foreground">{children}</span>
      </p>
    </div>
  );
}
