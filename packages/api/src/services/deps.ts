import type { Policy } from "../domain/policy";
import type { Budgets } from "../limits/budgets";
import type { PollPacer } from "../limits/poll-pacer";
import type { Store } from "../store/index";
import type { Secrets } from "./secrets";

/** What the services are handed: time, chance, storage, limits and the operator's policy. */
export interface Deps {
  now(): Date;
  secrets: Secrets;
  store: Store;
  budgets: Budgets;
  pacer: PollPacer;
  policy: Policy;
}

/** What is known of whoever sends a request. */
export interface Sender {
  /** The client's address, null when the server cannot know it. */
  ipAddress: string | null;
}

/** What a command line says of its device, for a person to read. Anything here may be a lie. */
export interface DeviceFacts {
  deviceName?: string;
  deviceOs?: string;
  clientVersion?: string;
}
