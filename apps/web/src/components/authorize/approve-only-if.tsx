import { useTranslations } from "#translations";
import { isOwnClient } from "@/lib/clients";
import type { RequestingClient } from "@/trpc/client";

interface ApproveOnlyIfProps {
  client: RequestingClient;
  cliName: string;
  /** A program that has this browser beside it must have been started here. */
  on: "review" | "consent";
}

/** The sentence that a person must not miss. Of our own client we know the command; of others the name. */
export function ApproveOnlyIf({ client, cliName, on }: ApproveOnlyIfProps) {
  const t = useTranslations("authorize");
  const own = isOwnClient(client);
  return t.rich(`${on}.${own ? "onlyIfTyped" : "onlyIfStarted"}`, {
    what: own ? `${cliName} login` : client.name,
    b: (what) => (
      <strong translate="no" className="font-semibold wrap-anywhere text-foreground">
        {what}
      </strong>
    ),
  });
}
