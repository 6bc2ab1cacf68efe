/** When this request is answered. Components are pure and may not look at a clock; a request may. */
export function requestTime(): Promise<number> {
  return Promise.resolve(Date.now());
}
