import { createHash, timingSafeEqual } from "node:crypto";
import type { Measures } from "./measures";

/** What a reader of the metrics is answered. */
export interface MetricsReply {
  status: 200 | 401;
  headers: Record<string, string>;
  text: string;
}

/** The metrics, for whoever brings `token`; for anybody where there is none to bring. */
export async function metricsReply(
  measures: Measures,
  token: string | undefined,
  authorization: string | null | undefined,
): Promise<MetricsReply> {
  const headers = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };
  if (token !== undefined && !isSame(authorization ?? "", `Bearer ${token}`)) {
    return {
      status: 401,
      headers: { ...headers, "WWW-Authenticate": "Bearer", "Content-Type": "text/plain" },
      text: "Send Authorization: Bearer, with METRICS_TOKEN.\n",
    };
  }
  const { contentType, text } = await measures.read();
  return { status: 200, headers: { ...headers, "Content-Type": contentType }, text };
}

/** In the same time wherever they differ, and however long they are. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
