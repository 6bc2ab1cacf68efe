import { createCaller, type Caller } from "@alprina/api";
import { activityHref, type ActivityFilter } from "@/lib/activity-address";
import { ownActivityCsv } from "./activity-csv";
import { readActivityAddress, toActivityFilter } from "./activity-query";
import { createContext } from "./context";
import { getContainer } from "./container";
import { asDownload, refuseDownload } from "./download";

const PAGE = 1_000;

/**
 * All of a person's events as CSV, with the filters of the page, the newest first. One page of a thousand is held
 * at a time, and the next is read when the browser has taken the last: an export of any length costs no more.
 */
export async function exportActivity(request: Request): Promise<Response> {
  const address = readActivityAddress((name) => new URL(request.url).searchParams.get(name));
  const api = createCaller(createContext(getContainer(), request));
  const now = Date.now();
  const read = pagesOf(api, toActivityFilter(address, now));
  try {
    // The first page before the answer: whoever may not have it, or a database that is away, has a status.
    const first = await read();
    return asDownload(csvStream(first, read), {
      ...{ name: "activity", type: "text/csv; charset=utf-8; header=present", at: new Date(now) },
    });
  } catch (error) {
    return refuseDownload(error, request, activityHref(address));
  }
}

type ReadPage = () => Promise<{ csv: string; isLast: boolean }>;

function pagesOf(api: Caller, filter: ActivityFilter): ReadPage {
  let cursor: string | undefined;
  return async () => {
    const { items, next } = await api.activity.list({ ...filter, cursor, limit: PAGE });
    cursor = next ?? undefined;
    return { csv: items.map(ownActivityCsv.record).join(""), isLast: next === null };
  };
}

function csvStream(first: Awaited<ReturnType<ReadPage>>, read: ReadPage): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let page: typeof first | undefined = { ...first, csv: ownActivityCsv.header + first.csv };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { csv, isLast } = page ?? (await read());
        page = undefined;
        if (csv) controller.enqueue(encoder.encode(csv));
        if (isLast) controller.close();
      },
    },
    // Nothing is read ahead of the browser.
    { highWaterMark: 0 },
  );
}
