import Link from "next/link";
import { useLocale, useTranslations } from "#translations";
import { activityHref } from "@/lib/activity-address";
import { activityDetail, kindIn } from "@/lib/activity-details";
import { exactTime } from "@/lib/dates";
import type { ActivityItem } from "@/trpc/client";
import { ActivityIcon } from "./activity-icon";
import { ActivitySource } from "./activity-source";

interface ActivityRowProps {
  item: ActivityItem;
  /** The time, under the heading of its day. */
  when: string;
  zone: string | undefined;
}

/** What happened, to which device, from where, and when. */
export function ActivityRow({ item, when, zone }: ActivityRowProps) {
  const t = useTranslations("activity");
  const language = useLocale();
  const { id, at, kind, deviceId, deviceName, clientName } = item;
  const detail = activityDetail(item, t);
  return (
    <li
      data-event={id}
      tabIndex={-1}
      className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 px-4 py-3.5 sm:px-5 lg:grid-cols-[auto_minmax(0,1.4fr)_minmax(0,1fr)_9rem]"
    >
      <ActivityIcon kind={kind} />
      <div className="min-w-0 lg:row-auto">
        <h3 className="text-body font-medium">{kindIn(t, kind)}</h3>
        {(deviceName || clientName) && (
          <p className="text-sm/5 wrap-anywhere text-muted-foreground">
            {deviceName &&
              (deviceId ? (
                <Link
                  href={activityHref({ device: deviceId })}
                  prefetch={false}
                  className="link text-foreground"
                  title={t("onlyThis")}
                >
                  <bdi>{deviceName}</bdi>
                </Link>
              ) : (
                <bdi className="text-foreground">{deviceName}</bdi>
              ))}
            {deviceName && clientName && " · "}
            {clientName}
          </p>
        )}
        {detail && <p className="text-sm/5 wrap-anywhere text-muted-foreground">{detail}</p>}
      </div>
      <ActivitySource item={item} />
      <p className="col-start-2 text-sm/5 text-muted-foreground lg:col-start-4 lg:pt-0.5 lg:text-end">
        <time dateTime={at.toISOString()} title={exactTime(at, language, zone)}>
          {when}
        </time>
      </p>
    </li>
  );
}
