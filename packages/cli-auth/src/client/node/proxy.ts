import type { Socket } from "node:net";

import { MisuseError } from "../errors";
import type { HostEnv } from "./env";

/**
 * The proxy that the environment names for this address, by the rules that curl and most others follow.
 * @throws {MisuseError} it names one that cannot be used; the sentence says which variable to mend.
 */
export function proxyFor(
  target: URL,
  env: Pick<HostEnv, "httpProxy" | "httpsProxy" | "noProxy">,
): URL | undefined {
  const named = target.protocol === "https:" ? env.httpsProxy : env.httpProxy;
  if (named === undefined || isDirect(target, env.noProxy)) return undefined;
  const text = named.includes("://") ? named : `http://${named}`;
  const proxy = URL.canParse(text) ? new URL(text) : undefined;
  if (proxy?.protocol !== "http:" && proxy?.protocol !== "https:") {
    const variable = target.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
    throw new MisuseError(
      `The proxy in ${variable} (or ALL_PROXY) is not an http or https URL, and cannot be used.`,
    );
  }
  return proxy;
}

/** No proxy can reach this machine's own loopback addresses, whatever NO_PROXY says. */
function isDirect({ hostname, port, protocol }: URL, noProxy: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  if (host === "localhost" || host.endsWith(".localhost") || /^127\./.test(host) || host === "::1")
    return true;
  const targetPort = port || (protocol === "https:" ? "443" : "80");
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => {
      if (entry === "*") return true;
      const [, name = entry, ofPort] = /^(.+?):(\d+)$/.exec(entry) ?? [];
      const suffix = name.replace(/^\*?\./, "").replace(/^\[|\]$/g, "");
      return (!ofPort || ofPort === targetPort) && (host === suffix || host.endsWith(`.${suffix}`));
    });
}

/** RFC 7617, from what stands before the @ of the proxy's URL. */
export function proxyAuthorization({ username, password }: URL): Record<string, string> {
  if (!username) return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "Proxy-Authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}

/** A way through the proxy to `target` (RFC 9110 §9.3.6): from here on it sees only what TLS hides from it. */
export async function tunnel(proxy: URL, target: URL, signal: AbortSignal): Promise<Socket> {
  const { request } = await (proxy.protocol === "https:" ? import("node:https") : import("node:http"));
  const authority = `${target.hostname}:${target.port || "443"}`;
  return new Promise((resolve, reject) => {
    const asked = request({
      host: proxy.hostname.replace(/^\[|\]$/g, ""),
      port: proxy.port || (proxy.protocol === "https:" ? 443 : 80),
      method: "CONNECT",
      path: authority,
      headers: { Host: authority, ...proxyAuthorization(proxy) },
      agent: false,
      signal,
    });
    asked.once("connect", (response, socket: Socket) => {
      if (response.statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new Error(refusalOf(proxy, response.statusCode)));
    });
    // A proxy that does not know CONNECT answers it like any request.
    asked.once("response", (response) => {
      asked.destroy();
      reject(new Error(refusalOf(proxy, response.statusCode)));
    });
    asked.once("error", reject);
    asked.end();
  });
}

function refusalOf({ host }: URL, status: number | undefined): string {
  return status === 407
    ? `the proxy ${host} wants a user name and a password in its URL`
    : `the proxy ${host} refused the way there (${status})`;
}
