import { SquareTerminal } from "lucide-react";
import { useTranslations } from "#translations";
import type { ReturnAddress } from "@/lib/return-address";
import type { AuthorizationConsent } from "@/trpc/client";
import { SideCard } from "./side-card";

const places = {
  program: "sides.someProgram",
  app: "sides.someApp",
  site: "sides.someSite",
} as const satisfies Record<ReturnAddress["kind"], string>;

interface ProgramCardProps {
  consent: AuthorizationConsent;
  returnsTo: ReturnAddress;
}

/** The side that asks, when it has a browser beside it. Most clients say nothing of the device, and need not. */
export function ProgramCard({ consent, returnsTo }: ProgramCardProps) {
  const t = useTranslations("authorize");
  const { client, clientVersion, deviceName, deviceOs } = consent;
  return (
    <SideCard
      icon={SquareTerminal}
      title={t("sides.program")}
      name={deviceName ?? t(places[returnsTo.kind])}
      facts={[
        ...(deviceOs ? [{ name: t("facts.system"), value: deviceOs }] : []),
        { name: t("facts.client"), value: [client.name, clientVersion].filter(Boolean).join(" ") },
        {
          name: t(returnsTo.kind === "program" ? "facts.listensAt" : "facts.returnsTo"),
          value: returnsTo.address,
        },
      ]}
    />
  );
}
