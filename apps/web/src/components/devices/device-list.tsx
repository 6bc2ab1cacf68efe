"use client";

import { useDeferredValue, useState } from "react";
import { useLocale, useTranslations } from "#translations";
import { useNow } from "@/components/time/use-now";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Device } from "@/trpc/client";
import { arrangeDevices, type DeviceWish } from "./arrange-devices";
import { DeviceRow } from "./device-row";
import { isOver } from "./device-standing";
import { DeviceToolbar } from "./device-toolbar";
import { SelectionBar } from "./selection-bar";
import { useSelection } from "./use-selection";

const ENDED_SHOWN = 4;
/** Fewer are seen at a glance. */
const WORTH_A_SEARCH = 5;
const A_PAGE = 50;
/** As many as may be revoked in one call. */
const MOST_CHOSEN = 1_000;

interface DeviceListProps {
  devices: Device[];
  /** When the server made this page. */
  renderedAt: number;
}

/** The most recent first. Of those that are over, the latest few: they are history, and there can be many. */
export function DeviceList({ devices, renderedAt }: DeviceListProps) {
  const t = useTranslations("devices");
  const language = useLocale();
  const [wish, setWish] = useState<DeviceWish>({ words: "", kinds: "all", order: "used" });
  const [limit, setLimit] = useState(A_PAGE);
  const [withEnded, setWithEnded] = useState(false);
  const now = useNow(60_000, renderedAt);
  // Typing stays quick however long the list is.
  const arranged = arrangeDevices(devices, useDeferredValue(wish), now, language);
  const live = arranged.filter((device) => !isOver(device, now));
  const selection = useSelection(live.slice(0, MOST_CHOSEN));
  const liveCount = devices.filter((device) => !isOver(device, now)).length;

  const isWhole = wish.kinds === "all" && wish.words.trim() === "";
  const kept = isWhole && !withEnded ? live.length + ENDED_SHOWN : arranged.length;
  const hiddenEnded = Math.max(0, arranged.length - kept);
  const offered = arranged.slice(0, kept);
  const shown = offered.slice(0, limit);

  return (
    <>
      {devices.length >= WORTH_A_SEARCH && (
        <DeviceToolbar
          wish={wish}
          onWish={(next) => {
            setWish(next);
            setLimit(A_PAGE);
          }}
          onSelect={liveCount > 1 && !selection.isOn ? selection.begin : undefined}
        />
      )}
      <p role="status" className="sr-only">
        {isWhole ? "" : t("list.found", { count: arranged.length })}
      </p>
      <Card className={devices.length >= WORTH_A_SEARCH ? "mt-3" : "mt-6"}>
        {shown.length === 0 ? (
          <div className="px-6 py-10 text-center">
            <p className="font-semibold">{t("list.none")}</p>
            <Button
              variant="outline"
              size="sm"
              className="mt-4"
              onClick={() => setWish({ ...wish, words: "", kinds: "all" })}
            >
              {t("list.showAll")}
            </Button>
          </div>
        ) : (
          <ul aria-label={t("title")} className="divide-y">
            {shown.map((device) => (
              <DeviceRow
                key={device.id}
                device={device}
                now={now}
                hasOthers={liveCount > (isOver(device, now) ? 0 : 1)}
                selection={selection.isOn ? selection : undefined}
              />
            ))}
          </ul>
        )}
      </Card>
      {offered.length > shown.length && (
        <Button variant="ghost" size="sm" className="mt-3" onClick={() => setLimit(limit + A_PAGE)}>
          {t("list.showMore", {
            count: Math.min(A_PAGE, offered.length - shown.length),
            all: offered.length,
          })}
        </Button>
      )}
      {hiddenEnded > 0 && offered.length === shown.length && (
        <Button variant="ghost" size="sm" className="mt-3" onClick={() => setWithEnded(true)}>
          {t("list.showEnded", { count: hiddenEnded })}
        </Button>
      )}
      {selection.isOn && (
        <SelectionBar
          chosen={selection.chosen}
          shown={Math.min(live.length, MOST_CHOSEN)}
          onAll={selection.all}
          onNone={selection.none}
          onEnd={selection.end}
        />
      )}
    </>
  );
}
