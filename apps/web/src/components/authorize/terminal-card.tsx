import { SquareTerminal } from "lucide-react";
import { Ago } from "@/components/time/ago";
import type { LoginRequest } from "@/trpc/client";
import { SideCard } from "./side-card";
import { sourceFacts } from "./source-facts";

export function TerminalCard({ request }: { request: LoginRequest }) {
  const { client, clientVersion, createdAt, deviceName, deviceOs, sides } = request;
  return (
    <SideCard
      icon={SquareTerminal}
      title="The terminal that asks"
      name={deviceName ?? "A terminal without a name"}
      facts={[
        { name: "System", value: deviceOs },
        { name: "Client", value: [client.name, clientVersion].filter(Boolean).join(" ") },
        // Of its own machine a server that others can reach knows nothing, so it compares nothing either.
        ...sourceFacts(sides.terminal, { serverIsLocal: sides.networks !== "unknown" }),
        { name: "Asked", value: <Ago date={createdAt} stepMs={1000} /> },
      ]}
    />
  );
}
