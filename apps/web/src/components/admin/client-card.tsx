import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { ClientMark } from "@/components/authorize/client-mark";
import { Day } from "@/components/time/day";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { cn } from "@/lib/cn";
import type { ClientView } from "@/trpc/client";

/** One registered program, with all that it may do. */
export function ClientCard({ client }: { client: ClientView }) {
  const t = useTranslations("admin.clients");
  const { id, kind, name, devices, grantTypes, scopes, redirectUris, createdAt } = client;
  return (
    <Card className="p-4 sm:p-5">
      <div className="flex items-center gap-4">
        <ClientMark client={client} size="sm" />
        <div className="min-w-0">
          <h2 className="inline font-semibold wrap-anywhere">{name}</h2> <Badge>{t(`kinds.${kind}`)}</Badge>
          <p className="font-mono text-sm/5 wrap-anywhere text-muted-foreground">{id}</p>
        </div>
      </div>
      <dl className="mt-4 grid gap-x-8 gap-y-3 text-sm/5 sm:grid-cols-2 lg:grid-cols-[9rem_8rem_minmax(0,1fr)_minmax(0,1.3fr)]">
        {kind !== "resource_server" && (
          <Fact name={t("devices")}>{t("deviceCount", { count: devices })}</Fact>
        )}
        <Fact name={t("registered")}>
          <Day date={createdAt} />
        </Fact>
        {kind !== "resource_server" && (
          <>
            <Fact name={t("ways")}>{list(grantTypes)}</Fact>
            <Fact name={t("scopes")}>{list(scopes)}</Fact>
            {redirectUris.length > 0 && (
              <Fact name={t("sentBack")} className="sm:col-span-2 lg:col-span-4">
                {list(redirectUris)}
              </Fact>
            )}
          </>
        )}
      </dl>
    </Card>
  );
}

function Fact({ name, className, children }: { name: string; className?: string; children: ReactNode }) {
  return (
    <div className={cn("min-w-0", className)}>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="mt-0.5 wrap-anywhere">{children}</dd>
    </div>
  );
}

/** Words of the protocol, as they are written everywhere else. */
function list(words: string[]): ReactNode {
  return (
    <span className="flex flex-wrap gap-1">
      {words.map((word) => (
        <code key={word} className="rounded-sm bg-muted px-1.5 py-0.5 font-mono text-fine">
          {word}
        </code>
      ))}
    </span>
  );
}
