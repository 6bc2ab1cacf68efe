import { randomBytes } from "node:crypto";
import type { Database } from "@alprina/db";

export interface TestClient {
  id: string;
  name: string;
}

/** A red square. */
export const logo =
  "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA4IDgiPjxyZWN0IHdpZHRoPSI4IiBoZWlnaHQ9IjgiIGZpbGw9IiNjMDAiLz48L3N2Zz4=";

/** A public client as an operator registers one, for device codes and for loopback redirects. */
export async function registerClient(
  rows: Database["prisma"],
  name: string,
  more: { logo?: string; redirectUris?: string[] } = {},
): Promise<TestClient> {
  const { id } = await rows.client.create({
    data: {
      id: `e2e-${randomBytes(6).toString("hex")}`,
      kind: "public",
      name,
      logo: more.logo ?? null,
      grantTypes: ["device_code", "authorization_code", "refresh_token"],
      scopes: ["openid", "profile", "email", "offline_access", "devices:read", "devices:write"],
      redirectUris: more.redirectUris ?? ["http://127.0.0.1/callback"],
    },
    select: { id: true },
  });
  return { id, name };
}
