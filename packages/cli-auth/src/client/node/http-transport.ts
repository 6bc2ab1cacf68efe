import { readFileSync } from "node:fs";
import type { ClientRequest, IncomingMessage, RequestOptions } from "node:http";

import type { Transport, TransportInit, TransportReply } from "../transport";
import { type HostEnv, readHostEnv } from "./env";
import { proxyAuthorization, proxyFor, tunnel } from "./proxy";

/** No reply of the protocol comes near it. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Codes by which TLS says that nobody it trusts vouches for the server. */
const UNKNOWN_AUTHORITY = new Set([
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "SELF_SIGNED_CERT_IN_CHAIN",
]);

/**
 * HTTP by Node's own means. `fetch` knows no proxy before Node 24, and takes half as long again as all of Node to
 * start, which is what a person waits for.
 */
export const httpTransport: Transport = async (url, init) => {
  const env = readHostEnv();
  const target = new URL(url);
  const named = await authorities(env);
  try {
    return await send(target, init, env, named);
  } catch (error) {
    if (!UNKNOWN_AUTHORITY.has(codeOf(error))) throw error;
    // Nothing was sent yet. The system may trust more than Node does: where a company reads along, it has to.
    const ofSystem = await systemAuthorities();
    if (ofSystem === undefined) throw error;
    return send(target, init, env, [...ofSystem, ...(named ?? [])]);
  }
};

async function send(
  target: URL,
  init: TransportInit,
  env: HostEnv,
  ca: string[] | undefined,
): Promise<TransportReply> {
  const { method, headers, body, signal } = init;
  const proxy = proxyFor(target, env);
  // One connection a call: a kept one would hold up the end of a command.
  const options: RequestOptions & { ca?: string[] } = {
    method,
    headers,
    signal,
    agent: false,
    ...(ca && { ca }),
  };
  if (target.protocol === "https:") {
    const https = await import("node:https");
    if (!proxy) return exchange(https.request(target, options), body);
    const socket = await tunnel(proxy, target, signal);
    const { connect } = await import("node:tls");
    const secure = connect({
      socket,
      servername: target.hostname,
      ALPNProtocols: ["http/1.1"],
      ...(ca && { ca }),
    });
    // Only without an agent is a connection taken that was made before.
    const made = { ...options, agent: undefined, createConnection: () => secure };
    return exchange(https.request(target, made), body);
  }
  const http = await import("node:http");
  if (!proxy) return exchange(http.request(target, options), body);
  // RFC 9112 §3.2.2: to a proxy the whole address is sent.
  const { request } = proxy.protocol === "https:" ? await import("node:https") : http;
  return exchange(
    request(proxy, {
      ...options,
      path: target.href,
      headers: { ...headers, Host: target.host, ...proxyAuthorization(proxy) },
    }),
    body,
  );
}

function exchange(request: ClientRequest, body = ""): Promise<TransportReply> {
  return new Promise((resolve, reject) => {
    request.once("response", (response) => void readAll(response).then(resolve, reject));
    request.once("error", reject);
    request.end(body);
  });
}

async function readAll(response: IncomingMessage): Promise<TransportReply> {
  const text = await textOf(response);
  return {
    status: response.statusCode ?? 0,
    headers: { get: (name) => headerOf(response, name) },
    text: () => Promise.resolve(text),
  };
}

/** By its events: as an iterator it would have Node load a tenth of a start more. */
function textOf(response: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BODY_BYTES)
        return response.destroy(new Error("the answer is longer than any of this protocol"));
      chunks.push(chunk);
    });
    response.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    response.once("error", reject);
  });
}

function headerOf({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(", ") : (value ?? null);
}

/** Named ones replace Node's own, so those stand beside them; none named: Node's own, without a list of them. */
async function authorities({ authorityFiles }: HostEnv): Promise<string[] | undefined> {
  const named = authorityFiles.flatMap((file) => {
    try {
      return [readFileSync(file, "utf8")];
    } catch {
      // As Node does with its own variable: a file that is gone is no reason to trust nobody.
      return [];
    }
  });
  if (named.length === 0) return undefined;
  const { rootCertificates } = await import("node:tls");
  return [...rootCertificates, ...named];
}

/** From Node 22.15 on. */
async function systemAuthorities(): Promise<string[] | undefined> {
  const tls = (await import("node:tls")) as { getCACertificates?: (type: "system" | "default") => string[] };
  const get = tls.getCACertificates;
  return get && [...get("default"), ...get("system")];
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";
