import type { Metadata } from "next";
import { RevokeOutcome } from "@/components/revoke/revoke-outcome";
import { RevokeQuestion } from "@/components/revoke/revoke-question";
import { translations } from "@/i18n/request";
import { Translated } from "@/i18n/translated";
import { sayStatus, sayTooMany } from "@/server/reply-status";
import { answerLink } from "@/server/revocation-link";
import { serverCaller } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations("revoke"))("tab"), robots: { index: false } };
}

const statuses = { open: 200, revoked: 410, expired: 410, unknown: 404 } as const;

/** The link in a mail about a new device. Mail scanners open it too: looking changes nothing, the form below does. */
export default async function RevokePage({ params, searchParams }: PageProps<"/revoke/[token]">) {
  const { token } = await params;
  // What the form led to. It is words on this page and nothing else.
  const { done, failed } = await searchParams;
  const caller = await serverCaller();
  const answer = await answerLink(() => caller.revocations.review({ token }));
  const isNew = done !== undefined && answer.kind === "revoked";
  if (answer.kind === "over-budget") sayTooMany(answer.retryAfterSeconds);
  else sayStatus(isNew ? 200 : statuses[answer.kind]);
  if (answer.kind !== "open") return <RevokeOutcome answer={answer} isNew={isNew} />;
  return (
    <Translated areas={["revoke"]}>
      <RevokeQuestion token={token} device={answer.device} hasFailed={failed !== undefined} />
    </Translated>
  );
}
