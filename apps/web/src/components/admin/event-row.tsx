import Link from "next/link";
import { useLocale, useTranslations } from "#translations";
import { ActivityIcon } from "@/components/activity/activity-icon";
import { ActivitySource } from "@/components/activity/activity-source";
import { EmailAddress } from "@/components/site/email-address";
import { activityDetail, kindIn } from "@/lib/activity-details";
import { exactTime } from "@/lib/dates";
import type { EventItem } from "@/trpc/client";

interface EventRowProps {
  item: EventItem;
  when: string;
  zone: string | undefined;
  /** Whether the page is about many people, and says whose it is. */
  withPerson: boolean;
}

/** What happened, to whom, from where or by which operator, and when. */
export function EventRow({ item, when, zone, withPerson }: EventRowProps) {
  const { id, at, kind, userId, email, deviceName, clientId, actorEmail } = item;
  const t = useTranslations("activity");
  const nobody = useTranslations("admin.activity")("nobody");
  const language = useLocale();
  const detail = activityDetail(item, t);
  return (
    <li
      data-row={id}
      tabIndex={-1}
      className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 px-4 py-3.5 sm:px-5 lg:grid-cols-[auto_minmax(0,1.4fr)_minmax(0,1fr)_9rem]"
    >
      <ActivityIcon kind={kind} />
      <div className="min-w-0 lg:row-auto">
        <h3 className="text-body font-medium">{kindIn(t, kind)}</h3>
        <p className="text-sm/5 wrap-anywhere text-muted-foreground">
          {withPerson &&
            (userId && email ? (
              <Link href={`/admin/people/${userId}`} prefetch={false} className="link text-foreground">
                <EmailAddress address={email} />
              </Link>
            ) : (
              nobody
            ))}
          {deviceName && (
            <>
              {withPerson && " · "}
              <bdi className="text-foreground">{deviceName}</bdi>
            </>
          )}
          {clientId && (
            <>
              {(withPerson || deviceName) && " · "}
              {clientId}
            </>
          )}
        </p>
        {detail && <p className="text-sm/5 wrap-anywhere text-muted-foreground">{detail}</p>}
      </div>
      <ActivitySource item={item} actorEmail={actorEmail} />
      <p className="col-start-2 text-sm/5 text-muted-foreground lg:col-start-4 lg:pt-0.5 lg:text-right">
        <time dateTime={at.toISOString()} title={exactTime(at, language, zone)}>
          {when}
        </time>
      </p>
    </li>
  );
}
