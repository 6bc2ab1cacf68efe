import type { Caller } from "@alprina/api";

/** What the REST handler is handed by its host. */
export interface RestOptions {
  /** The product's procedures, for whoever sent `request`. */
  createCaller: (request: Request) => Caller;
  /** The origin that users see, without a slash at the end. */
  publicUrl: string;
  /** The command that people type, as in `alprina login`. */
  cliName: string;
  /** Rejects while the server cannot serve logins. */
  checkReady: () => Promise<unknown>;
  /** Whether the server is on its way out, and wants no more to be sent here. */
  isStopping: () => boolean;
  /** Hears of errors that are ours, with the request id that the reply carries. */
  logError: (error: unknown, requestId: string) => void;
  /** The id of the request that is being answered, where the host has given it one. */
  requestId: () => string | undefined;
}
