import { sql } from "@alprina/contract-tests/support/database";
import { send } from "@alprina/contract-tests/support/http";
import { signUp, type Person } from "@alprina/contract-tests/support/people";
import { createSecrets, registerClient, type Store } from "@alprina/api";
import { beforeAll, describe, expect, it } from "vitest";
import { click, clickThrough } from "../support/browser";
import { cast, server } from "../support/cast";
import type { Registered } from "../support/ids";
import { approvedCode, authorizationUrl, redeem } from "../support/logins";
import { expectError, pkce, wordOf } from "../support/oauth";

/** RFC 8252, OAuth 2.0 for Native Apps. */

const { own, otherCli, desktop, deviceOnly } = cast;
let ada: Person;
beforeAll(async () => {
  ada = await signUp(server, "Ada Lovelace");
});

const ask = (client: Registered, redirect_uri: string | undefined) =>
  click(server, ada, authorizationUrl(client, pkce().challenge, { redirect_uri }));

describe.concurrent("RFC 8252", () => {
  it("§7.3: takes any port of a loopback address, IPv4 and IPv6", async () => {
    for (const redirect_uri of [
      "http://127.0.0.1:1024/callback",
      "http://127.0.0.1:65535/callback",
      "http://127.0.0.1/callback",
      "http://[::1]:49152/callback",
    ]) {
      const given = await approvedCode(own, ada, { redirect_uri });
      expect(wordOf(await redeem(own, given)), redirect_uri).toBe("token");
    }
  });

  it("§8.4: sends nobody to an address that is not registered, letter by letter", async () => {
    const addresses = [
      undefined,
      "http://127.0.0.1:8000/other",
      "http://127.0.0.1:8000/callback/",
      "http://127.0.0.1:8000/callback?next=evil",
      "http://127.0.0.1:8000/../callback",
      "http://127.0.0.1.evil.example:8000/callback",
      "http://127.0.0.1:8000@evil.example/callback",
      "http://127.0.0.2:8000/callback",
      "https://127.0.0.1:8000/callback",
      "http://evil.example/callback",
    ];
    for (const address of addresses)
      expect(await ask(own, address), address).toMatchObject({ kind: "unusable" });
    for (const address of ["https://desktop.example.com:444/callback", "com.example.desktop:/other"]) {
      expect(await ask(desktop, address), address).toMatchObject({ kind: "unusable" });
    }
  });

  it("§7.1 and §7.2: comes back by a private scheme or a site of the client's own", async () => {
    for (const redirect_uri of ["com.example.desktop:/callback", "https://desktop.example.com/callback"]) {
      const given = await approvedCode(desktop, ada, { redirect_uri });
      expect(wordOf(await redeem(desktop, given)), redirect_uri).toBe("token");
    }
  });

  it("§7.1 and §8.4: registers no private scheme without a dot, and no http beyond the loopback", async () => {
    // Refused before anything is stored, so there is no store.
    const deps = {
      store: {} as Store,
      secrets: createSecrets({ serverSecret: "not used", apiKeyPrefix: "sk_" }),
      now: () => new Date(),
    };
    for (const uri of [
      "myapp:/callback",
      "http://example.com/callback",
      "https://example.com/callback#here",
    ]) {
      const client = { kind: "public" as const, id: "app", name: "App", redirectUris: [uri] };
      await expect(registerClient(deps, client), uri).rejects.toMatchObject({ code: "invalid-input" });
    }
  });

  it("§8.1: sends back a native app that brings no PKCE", async () => {
    const bare = { code_challenge: undefined, code_challenge_method: undefined };
    const back = await clickThrough(server, ada, authorizationUrl(own, pkce().challenge, bare));
    expect(back.searchParams.get("error")).toBe("invalid_request");
  });

  it("§8.6: opening the URL in a signed-in browser gives no code, and who asks not to be seen is sent back", async () => {
    const grace = await signUp(server, "Grace Hopper");
    const url = authorizationUrl(own, pkce().challenge);
    const { headers, text } = await send(server.url, "GET", url.pathname + url.search, {
      headers: { Cookie: grace.cookie },
    });
    expect(headers.location ?? "").not.toMatch(/[?&]code=/);
    expect(text).not.toMatch(/127\.0\.0\.1:53682\/callback\?code=/);
    const given = await sql(server, "SELECT 1 FROM authorization_code WHERE user_id = $1", [grace.id]);
    expect(given).toEqual([]);
    const unseen = authorizationUrl(own, pkce().challenge, { prompt: "none" });
    const back = await clickThrough(server, grace, unseen);
    expect(back.searchParams.get("error")).toBe("interaction_required");
  });

  it("§8.4: a client that is not registered, or that may not, gets no code", async () => {
    expect(await ask({ id: "nobody", secret: null }, "http://127.0.0.1/callback")).toMatchObject({
      kind: "unusable",
    });
    expect(await ask(deviceOnly, "http://127.0.0.1/callback")).toMatchObject({ kind: "unusable" });
  });

  it("RFC 6749 §4.1.3: wants the same redirect_uri again, and the client that the code is for", async () => {
    const given = await approvedCode(own, ada);
    const { redirect_uri: _, ...without } = given;
    expectError(await redeem(own, without), 400, "invalid_grant");
    const elsewhere = { ...given, redirect_uri: "http://127.0.0.1:1/callback" };
    expectError(await redeem(own, elsewhere), 400, "invalid_grant");
    expectError(await redeem(otherCli, given), 400, "invalid_grant");
    expect(wordOf(await redeem(own, given))).toBe("token");
  });

  it("RFC 6749 §4.1.2.1: says why it sends a request back, with the client's state", async () => {
    const cases: [Record<string, string>, string][] = [
      [{ response_type: "token" }, "unsupported_response_type"],
      [{ scope: "everything" }, "invalid_scope"],
      [{ response_mode: "fragment" }, "invalid_request"],
      [{ request: "eyJhbGciOiJub25lIn0.e30." }, "request_not_supported"],
      [{ prompt: "none" }, "interaction_required"],
    ];
    for (const [changes, error] of cases) {
      const back = await clickThrough(server, ada, authorizationUrl(own, pkce().challenge, changes));
      expect(back.searchParams.get("error")).toBe(error);
      expect(back.searchParams.get("state")).toBe("a state of the client's");
    }
  });
});
