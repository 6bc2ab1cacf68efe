import type { ReactNode } from "react";
import { isOwnClient } from "@/lib/clients";
import type { RequestingClient } from "@/trpc/client";

interface ApproveOnlyIfProps {
  client: RequestingClient;
  cliName: string;
  /** Where it must have been started, such as `on this computer`. */
  where?: string;
}

/** The sentence that a person must not miss. Of our own client we know the command; of others the name. */
export function ApproveOnlyIf({ client, cliName, where }: ApproveOnlyIfProps) {
  const own = isOwnClient(client);
  return (
    <>
      Approve only if you just {own ? "typed" : "started"}{" "}
      <Strong>{own ? `${cliName} login` : client.name}</Strong> yourself{where && `, ${where}`}.
    </>
  );
}

function Strong({ children }: { children: ReactNode }) {
  return <strong className="font-semibold wrap-anywhere text-foreground">{children}</strong>;
}
