import type { RevocationAnswer } from "@alprina/api";
import { useTranslations } from "#translations";
import { PageHeading } from "@/components/authorize/page-heading";
import { Callout } from "@/components/ui/callout";
import { DeviceAbilities } from "./device-abilities";
import { DeviceSides } from "./device-sides";
import { RevokeForm } from "./revoke-form";

export type RevocableDevice = Extract<RevocationAnswer, { kind: "open" }>["device"];

interface RevokeQuestionProps {
  token: string;
  device: RevocableDevice;
  /** They tried, and it did not work. */
  hasFailed: boolean;
}

/** What a link from a mail would revoke, and the one question. */
export function RevokeQuestion({ token, device, hasFailed }: RevokeQuestionProps) {
  const t = useTranslations("revoke");
  return (
    <main className="column-width pt-8 pb-16 sm:pt-16" data-outcome="open">
      <PageHeading title={t("question.title")} lead={t("question.lead")} />
      <DeviceSides device={device} />
      <DeviceAbilities device={device} />
      {hasFailed && (
        <Callout tone="danger" role="alert" className="mt-6">
          {t("question.failed")}
        </Callout>
      )}
      <div className="mt-6">
        <RevokeForm token={token} />
      </div>
    </main>
  );
}
