import type { Transport } from "./transport";

/** What this SDK does with the help of what it runs in; `#host` is the one of Node, Bun and Deno, or else `noHost`. */
export interface Host {
  /** Sends where the caller brought no `fetch`. */
  transport: Transport;
  /** Why a browser that is opened here would not reach this process; `undefined` when one would. */
  whyNoLoopback(): string | undefined;
  /** Hears the browser's answer on this machine (RFC 8252 §7.3). */
  listen(path: string): Promise<LoopbackListener>;
  /** Opens a page; whether something took it. */
  openBrowser(url: string): Promise<boolean>;
  /** Whether `openBrowser` has something to open a page with, near enough to the person. */
  canOpenBrowser(): boolean;
}

export interface LoopbackListener {
  /** Where the browser is sent back to: `http://127.0.0.1:41234/callback`. */
  redirectUri: string;
  /**
   * The first visit whose `state` is this one. Others are answered with a refusal and change nothing: any page can
   * make the browser come here.
   */
  visit(state: string): Promise<Visit>;
  close(): void;
}

export interface Visit {
  parameters: URLSearchParams;
  /** Tells the person, in the browser, what came of it. */
  answer(page: { title: string; text: string }): void;
}
