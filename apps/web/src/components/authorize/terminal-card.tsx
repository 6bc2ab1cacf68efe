import { SquareTerminal } from "lucide-react";
import { Ago } from "@/components/time/ago";
import { showAddress } from "@/lib/addresses";
import type { LoginRequest } from "@/trpc/client";
import { SideCard } from "./side-card";

export function TerminalCard({ request }: { request: LoginRequest }) {
  const { client, clientVersion, createdAt, deviceName, deviceOs, ipAddress } = request;
  return (
    <SideCard
      icon={SquareTerminal}
      title="The terminal that asks"
      name={deviceName ?? "A terminal without a name"}
      facts={[
        { name: "System", value: deviceOs },
        { name: "Client", value: [client.name, clientVersion].filter(Boolean).join(" ") },
        { name: "Address", value: showAddress(ipAddress) },
        { name: "Asked", value: <Ago date={createdAt} stepMs={1000} /> },
      ]}
    />
  );
}
