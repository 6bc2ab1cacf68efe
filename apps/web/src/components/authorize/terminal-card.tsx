import { SquareTerminal } from "lucide-react";
import { useTranslations } from "#translations";
import { Ago } from "@/components/time/ago";
import type { LoginRequest } from "@/trpc/client";
import { SideCard } from "./side-card";
import { useSourceFacts } from "./source-facts";

export function TerminalCard({ request }: { request: LoginRequest }) {
  const t = useTranslations("authorize");
  const sourceFacts = useSourceFacts();
  const { client, clientVersion, createdAt, deviceName, deviceOs, sides } = request;
  return (
    <SideCard
      icon={SquareTerminal}
      title={t("sides.terminal")}
      name={deviceName ?? t("sides.namelessTerminal")}
      facts={[
        { name: t("facts.system"), value: deviceOs },
        { name: t("facts.client"), value: [client.name, clientVersion].filter(Boolean).join(" ") },
        // Of its own machine a server that others can reach knows nothing, so it compares nothing either.
        ...sourceFacts(sides.terminal, { serverIsLocal: sides.networks !== "unknown" }),
        { name: t("facts.asked"), value: <Ago date={createdAt} stepMs={1000} /> },
      ]}
    />
  );
}
