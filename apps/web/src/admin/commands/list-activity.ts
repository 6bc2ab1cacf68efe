import {
  listEverybodysActivity,
  type EverybodysActivityItem,
  type EverybodysActivityQuery,
} from "@alprina/api";
import { everybodysActivityCsv } from "@/server/activity-csv";
import { layOut } from "../layout";
import type { Session } from "../session";
import type { Terminal } from "../terminal";

const PAGE = 1_000;

export interface ActivityFlags {
  json?: boolean;
  csv?: boolean;
  limit: number;
}

/** Everybody's events, the newest first: as a table, as JSON lines, or as CSV. */
export async function showActivity(
  terminal: Terminal,
  { deps }: Session,
  query: EverybodysActivityQuery,
  { json, csv, limit }: ActivityFlags,
): Promise<void> {
  const pages = readPages(deps, query, limit);
  if (json || csv) {
    if (csv) terminal.data(lineOf(everybodysActivityCsv.header));
    for await (const items of pages) {
      for (const item of items)
        terminal.data(csv ? lineOf(everybodysActivityCsv.record(item)) : JSON.stringify(item));
    }
    return;
  }
  const rows: string[][] = [];
  for await (const items of pages) rows.push(...items.map(rowOf));
  if (rows.length === 0) return terminal.say("Nothing like this was written down.");
  const headings = ["TIME (UTC)", "KIND", "PERSON", "DEVICE", "CLIENT", "FROM", "DETAIL"];
  for (const line of layOut(headings, rows, terminal.dataWidth)) terminal.data(line);
}

/** A page at a time, up to `limit` events in all. */
async function* readPages(
  deps: Session["deps"],
  query: EverybodysActivityQuery,
  limit: number,
): AsyncGenerator<EverybodysActivityItem[]> {
  let cursor: string | undefined;
  for (let left = limit; left > 0; left -= PAGE) {
    const page = await listEverybodysActivity(deps, { ...query, cursor, limit: Math.min(left, PAGE) });
    yield page.items;
    if (page.next === null) return;
    cursor = page.next;
  }
}

function rowOf(item: EverybodysActivityItem) {
  const { at, kind, email, deviceName, clientId, ipAddress, place, actorEmail, detail } = item;
  const time = at.toISOString().slice(0, 19).replace("T", " ");
  const from = actorEmail
    ? `operator ${actorEmail}`
    : [ipAddress, place && `(${place})`].filter(Boolean).join(" ");
  return [time, kind, ...[email, deviceName, clientId, from, detail].map((cell) => cell || "-")];
}

/** A record without its line end, half of which the terminal writes. */
const lineOf = (record: string) => record.slice(0, -1);
