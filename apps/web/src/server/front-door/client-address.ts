import type { IncomingMessage } from "node:http";
import { clientIp, CLIENT_IP_HEADER } from "../client-ip";

/** The address of whoever sent this; empty when it cannot be known. */
export function addressOf({ headers, socket }: IncomingMessage, trustedProxies: string[]): string {
  const forwarded = headers["x-forwarded-for"];
  const said = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  return clientIp(socket.remoteAddress, said, trustedProxies) ?? "";
}

/** Writes the client's address where everybody behind the front door reads it. */
export function tellClientIp(request: IncomingMessage, trustedProxies: string[]): void {
  const address = addressOf(request, trustedProxies);
  request.headers[CLIENT_IP_HEADER] = address;
  // Web-standard requests are made from the raw list, so a client's own line must go from there too.
  const { rawHeaders } = request;
  for (let i = rawHeaders.length - 2; i >= 0; i -= 2) {
    if (rawHeaders[i]?.toLowerCase() === CLIENT_IP_HEADER) rawHeaders.splice(i, 2);
  }
  rawHeaders.push(CLIENT_IP_HEADER, address);
}
