"use client";

import { useState } from "react";
import { useNow } from "@/components/time/use-now";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Device } from "@/trpc/client";
import { DeviceRow } from "./device-row";
import type { ScopeWords } from "./device-scopes";
import { isOver } from "./device-standing";

const ENDED_SHOWN = 4;

interface DeviceListProps {
  devices: Device[];
  words: ScopeWords;
  /** When the server made this page. */
  renderedAt: number;
}

/** Newest first. Of those that are over, the latest few: they are history, and there can be many. */
export function DeviceList({ devices, words, renderedAt }: DeviceListProps) {
  const [all, setAll] = useState(false);
  const now = useNow(60_000, renderedAt);
  const ended = devices.filter((device) => isOver(device, now));
  const hidden = all ? [] : ended.slice(ENDED_SHOWN);
  const live = devices.length - ended.length;
  return (
    <>
      <Card className="mt-6">
        <ul aria-label="Devices" className="divide-y">
          {devices
            .filter((device) => !hidden.includes(device))
            .map((device) => (
              <DeviceRow
                key={device.id}
                device={device}
                now={now}
                words={words}
                hasOthers={live > (isOver(device, now) ? 0 : 1)}
              />
            ))}
        </ul>
      </Card>
      {hidden.length > 0 && (
        <Button variant="ghost" size="sm" className="mt-3" onClick={() => setAll(true)}>
          Show {hidden.length} more that {hidden.length === 1 ? "has" : "have"} ended
        </Button>
      )}
    </>
  );
}
