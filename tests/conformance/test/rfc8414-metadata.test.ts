import { call } from "@alprina/contract-tests/support/call";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { server } from "../support/cast";
import { DEVICE_GRANT, read } from "../support/oauth";

/** RFC 8414, OAuth 2.0 Authorization Server Metadata, and OpenID Connect Discovery. */

const OAUTH = "/.well-known/oauth-authorization-server";
const OPENID = "/.well-known/openid-configuration";
const metadata = z.looseObject({ issuer: z.string() });
const at = async (path: string) => read(await call(server, "GET", path), metadata);

describe.concurrent("RFC 8414", () => {
  it("§3.1-3.2: answers a GET with 200 and a JSON object, at both well-known paths, the same", async () => {
    expect(await at(OAUTH)).toEqual(await at(OPENID));
  });

  it("§3.1: answers other methods with 405", async () => {
    for (const path of [OAUTH, OPENID]) {
      const reply = await call(server, "POST", path);
      expect(reply.status).toBe(405);
      expect(reply.headers.allow).toContain("GET");
    }
  });

  it("§3.3: names the issuer by which it was found", async () => {
    expect((await at(OAUTH)).issuer).toBe(server.url);
    expect(server.url).toMatch(/^https?:\/\/[^/?#]+$/);
  });

  it("§2: says what is required, and nothing that is empty", async () => {
    const said = await at(OAUTH);
    expect(said).toMatchObject({
      authorization_endpoint: `${server.url}/oauth/authorize`,
      token_endpoint: `${server.url}/oauth/token`,
      response_types_supported: ["code"],
    });
    const empty = Object.entries(said).filter(
      ([, value]) => value === null || (Array.isArray(value) && value.length === 0),
    );
    expect(empty).toEqual([]);
  });

  it("§2: names no address that answers 404", async () => {
    const said = await at(OAUTH);
    const addresses = Object.entries(said).filter(
      (entry): entry is [string, string] => /_(endpoint|uri)$/.test(entry[0]) && typeof entry[1] === "string",
    );
    expect(addresses.map(([name]) => name).sort()).toEqual([
      "authorization_endpoint",
      "device_authorization_endpoint",
      "introspection_endpoint",
      "jwks_uri",
      "revocation_endpoint",
      "token_endpoint",
      "userinfo_endpoint",
    ]);
    for (const [name, url] of addresses.filter(([name]) => name !== "authorization_endpoint")) {
      expect(url.startsWith(`${server.url}/oauth/`), name).toBe(true);
      const isGet = name === "jwks_uri" || name === "userinfo_endpoint";
      const { status } = await call(server, isGet ? "GET" : "POST", url.slice(server.url.length));
      expect([200, 400, 401], `${name} answered ${status}`).toContain(status);
    }
  });

  it("§2: says S256 and no other challenge method, and how clients prove themselves", async () => {
    expect(await at(OAUTH)).toMatchObject({
      code_challenge_methods_supported: ["S256"],
      token_endpoint_auth_methods_supported: ["none", "client_secret_basic", "client_secret_post"],
      grant_types_supported: [DEVICE_GRANT, "authorization_code", "refresh_token"],
    });
  });
});
