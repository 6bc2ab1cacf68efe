import type { Context } from "@alprina/api";
import { clientIp, CLIENT_IP_HEADER } from "./client-ip";
import type { Container } from "./container";
import { findSignedIn } from "./session";

/** What the procedures learn of a request. */
export function createContext(container: Container, request: Request): Context {
  const bearerToken = readBearer(request.headers);
  let signedIn: ReturnType<Context["findSignedIn"]> | undefined;
  return {
    deps: container.deps,
    sender: {
      ipAddress: senderAddress(container, request.headers),
      userAgent: request.headers.get("user-agent"),
    },
    bearerToken,
    instance: container.health,
    watch: container.watch,
    hangUp: () => request.signal,
    findSignedIn: () => (signedIn ??= findSignedIn(container, request, bearerToken)),
  };
}

/** Without our front door the socket is out of sight: only a proxy that the operator trusts can say who it was. */
export function senderAddress({ env, hasFrontDoor }: Container, headers: Headers): string | null {
  if (hasFrontDoor) return headers.get(CLIENT_IP_HEADER);
  if (env.trustedProxies.length === 0) return null;
  const hops = headers.get("x-forwarded-for")?.split(",") ?? [];
  return clientIp(hops.at(-1)?.trim(), hops.slice(0, -1).join(","), env.trustedProxies);
}

function readBearer(headers: Headers): string | null {
  return /^bearer +(\S+) *$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;
}
