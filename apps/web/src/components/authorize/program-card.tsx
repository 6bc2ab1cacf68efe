import { SquareTerminal } from "lucide-react";
import type { ReturnAddress } from "@/lib/return-address";
import type { AuthorizationConsent } from "@/trpc/client";
import { SideCard } from "./side-card";

const places = {
  program: "A program on this computer",
  app: "An app on this device",
  site: "A web site",
} satisfies Record<ReturnAddress["kind"], string>;

interface ProgramCardProps {
  consent: AuthorizationConsent;
  returnsTo: ReturnAddress;
}

/** The side that asks, when it has a browser beside it. Most clients say nothing of the device, and need not. */
export function ProgramCard({ consent, returnsTo }: ProgramCardProps) {
  const { client, clientVersion, deviceName, deviceOs } = consent;
  return (
    <SideCard
      icon={SquareTerminal}
      title="The program that asks"
      name={deviceName ?? places[returnsTo.kind]}
      facts={[
        ...(deviceOs ? [{ name: "System", value: deviceOs }] : []),
        { name: "Client", value: [client.name, clientVersion].filter(Boolean).join(" ") },
        { name: returnsTo.kind === "program" ? "Listens at" : "Returns to", value: returnsTo.address },
      ]}
    />
  );
}
