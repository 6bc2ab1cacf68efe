import type { RevocationAnswer } from "@alprina/api";
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
  return (
    <main className="column-width pt-8 pb-16 sm:pt-16" data-outcome="open">
      <PageHeading
        title="Was this you?"
        lead="This device was signed in to your account. If that was not you, revoke it: its key stops working at once, and you need not sign in for that. If it was you, close this page."
      />
      <DeviceSides device={device} />
      <DeviceAbilities device={device} />
      {hasFailed && (
        <Callout tone="danger" role="alert" className="mt-6">
          That did not work, and it is our fault. Nothing was changed. Try again in a moment, or sign in and
          revoke it there.
        </Callout>
      )}
      <div className="mt-6">
        <RevokeForm token={token} />
      </div>
    </main>
  );
}
