import { MisuseError } from "./errors";
import type { Host } from "./host";

/** A runtime with nothing but `fetch`: a worker, a browser. */
export const host: Host = {
  transport: (url, init) => globalThis.fetch(url, init),
  whyNoLoopback: () => "this runtime cannot listen for the browser",
  listen: () => Promise.reject(new MisuseError("This runtime cannot listen: take way: 'device'.")),
  openBrowser: () => Promise.resolve(false),
  canOpenBrowser: () => false,
};
