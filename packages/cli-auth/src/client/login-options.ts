import type { Credential } from "./credential";
import type { Way, WaitOptions } from "./progress";
import type { DeviceCode, RequestDeviceCodeOptions } from "./request-device-code";
import type { CredentialStore } from "./store";

/** What to show to the person. `url` is the page to open, whichever way the login goes. */
export type LoginPrompt = LoopbackPrompt | DevicePrompt | DashboardPrompt;

/** The browser is about to be opened on `url`, and comes back by itself. */
export interface LoopbackPrompt {
  way: "loopback";
  url: string;
  userCode?: undefined;
  expiresInSeconds: number;
}

/** The person opens `url` anywhere, and compares the code. The device code is not in it: it is this process's secret. */
export interface DevicePrompt extends Omit<DeviceCode, "deviceCode" | "intervalSeconds" | "renewableFor"> {
  way: "device";
  url: string;
}

/** The person clicks _Connect_ on the page that showed the code. */
export interface DashboardPrompt {
  way: "dashboard";
  url: string;
  userCode?: undefined;
  verificationUri: string;
  expiresInSeconds: number;
}

export interface LoginOptions<W extends Way = Way> extends RequestDeviceCodeOptions, WaitOptions {
  /** Shows what the person has to do. The login goes on when it is done; what it throws ends the login. */
  onPrompt: (prompt: Extract<LoginPrompt, { way: W }>) => void | Promise<void>;
  /**
   * Forces one: `loopback` (a browser on this machine, nothing to compare), `device` (a code, a browser anywhere) or
   * `dashboard` (with `code`). By default the first of them that can work here.
   */
  way?: W;
  /** From the settings page; the way is `dashboard` then. */
  code?: string;
  /** `false`: nothing is opened here, and `loopback` is not taken by itself. A function opens pages in its own way. */
  browser?: boolean | ((url: string) => boolean | Promise<boolean>);
  /** Keeps the key, for `currentKey` and other processes; a key that it held is revoked when the new one is kept. */
  store?: CredentialStore;
  /** Which of several accounts at this server the store means. */
  profile?: string;
}

/** One of the ways, which ends with a key. */
export type Walk = (options: LoginOptions) => Promise<Credential>;
