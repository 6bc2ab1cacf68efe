/**
 * What the server's clock says. Codes end by that clock, and a laptop's can be minutes off. Every reply's `Date`
 * header is a sample; travel time only makes a sample smaller, so the largest is the best one. The header leaves
 * out the fraction of its second; we count a whole one, so that no page promises time that is not there.
 */
let offset: number | null = null;

export function sampleServerClock(response: Response): void {
  const served = Date.parse(response.headers.get("date") ?? "");
  if (Number.isNaN(served)) return;
  sampleServerTime(served + 1000);
}

/** The server's time of a moment ago, in milliseconds, where a page says it itself. */
export function sampleServerTime(served: number): void {
  const sample = served - Date.now();
  offset = offset === null ? sample : Math.max(offset, sample);
}

export function serverNow(): number {
  return Date.now() + (offset ?? 0);
}
