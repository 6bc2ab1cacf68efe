import type { Host } from "../host";
import { type HostEnv, readHostEnv } from "./env";

/** Node, Bun and Deno. What it needs is loaded when it is needed: most commands need none of it. */
export const host: Host = {
  async transport(url, init) {
    // These two know proxies and authorities by themselves.
    if ("Bun" in globalThis || "Deno" in globalThis) return globalThis.fetch(url, init);
    const { httpTransport } = await import("./http-transport");
    return httpTransport(url, init);
  },
  whyNoLoopback: () => whyNoLoopback(readHostEnv()),
  async listen(path) {
    const { listenOnLoopback } = await import("./loopback-listener");
    return listenOnLoopback(path);
  },
  async openBrowser(url) {
    const { openBrowser } = await import("./open-browser");
    return openBrowser(url, readHostEnv());
  },
  canOpenBrowser: () => canOpenBrowser(readHostEnv()),
};

/** Why a browser that is opened from here would not find its way back to this process. */
export function whyNoLoopback(env: HostEnv): string | undefined {
  if (env.ssh) return "this is an SSH session";
  if (env.ci) return "this is a CI job";
  // With a desktop in it, its browser is in it, too.
  if (env.container && !env.display) return "this is a container";
  if (!env.display && env.browser === undefined) return "this machine has no desktop";
  return undefined;
}

/** `BROWSER` is how an editor opens pages for a container or for a machine that it has an SSH session to. */
export function canOpenBrowser(env: HostEnv): boolean {
  return env.browser !== undefined || whyNoLoopback(env) === undefined;
}
