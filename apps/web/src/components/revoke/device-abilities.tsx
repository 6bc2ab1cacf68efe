import { useTranslations } from "#translations";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/time/moment";
import type { RevocableDevice } from "./revoke-question";

/** What its key may do, and until when. */
export function DeviceAbilities({ device }: { device: RevocableDevice }) {
  const t = useTranslations("revoke.abilities");
  const scopes = useTranslations("authorize.scopes");
  return (
    <Card className="mt-4 px-5 py-5 text-sm/5">
      <h2 className="text-fine font-medium text-muted-foreground">{t("title")}</h2>
      <ul className="mt-2 flex flex-wrap gap-x-2 gap-y-1.5">
        {device.scopes.map((scope) => (
          <li key={scope} className="rounded-full bg-muted px-2.5 py-0.5">
            {scopes(`${scope}.title`)}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-muted-foreground">
        {t.rich("until", { time: () => <Moment date={device.expiresAt} /> })}
      </p>
    </Card>
  );
}
