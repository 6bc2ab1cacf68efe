import type { Policy } from "../domain/policy";
import type { Events } from "../events/hub";
import type { Waiting } from "../events/waiting";
import type { Budgets } from "../limits/budgets";
import type { PollPacer } from "../limits/poll-pacer";
import type { FindPlace } from "../places/source";
import type { ClientDirectory } from "../store/client-directory";
import type { KeyDirectory } from "../store/key-directory";
import type { KeyUses } from "../store/key-uses";
import type { Store } from "../store/index";
import type { Secrets } from "./secrets";

/** How passwords are kept: slow to compute, so that a stolen table is slow to guess. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(input: { hash: string; password: string }): Promise<boolean>;
}

/** What the services are handed: time, chance, storage, limits and the operator's policy. */
export interface Deps {
  now(): Date;
  secrets: Secrets;
  passwords: Passwords;
  store: Store;
  clients: ClientDirectory;
  keys: KeyDirectory;
  uses: KeyUses;
  budgets: Budgets;
  pacer: PollPacer;
  events: Events;
  waiting: Waiting;
  policy: Policy;
  /** What is known of a public address. */
  findPlace: FindPlace;
  /** The origin that users see, without a slash at the end: who issues tokens (RFC 8414 §2). */
  issuer: string;
}

/** What is known of whoever sends a request. */
export interface Sender {
  /** The client's address, null when the server cannot know it. */
  ipAddress: string | null;
  userAgent: string | null;
  /** When whoever is signed in did so; null for an API key, and for nobody. */
  signedInAt?: Date | null;
  /** The browser session behind the request, where it is one. */
  sessionId?: string | null;
}

/** What a command line says of its device, for a person to read. Anything here may be a lie. */
export interface DeviceFacts {
  deviceName?: string;
  deviceOs?: string;
  clientVersion?: string;
}
