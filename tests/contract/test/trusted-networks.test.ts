import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { call, expectRefusal } from "../support/call";
import { redeem, startLogin } from "../support/flows";
import { hosts, type Host } from "../support/hosts";
import { textLike } from "../support/matchers";
import { expectOAuthRefusal, OWN, post } from "../support/oauth";
import { spawnServer, untilReady, type RunningServer } from "../support/server";

/** The operator's TRUSTED_NETWORKS, on an instance of its own beside the ordinary one. */
describe.each(hosts)("$kind: networks that logins may start in", ({ kind, databaseUrl }) => {
  let server: RunningServer;
  let host: Host;
  beforeAll(async () => {
    server = await spawnServer(kind, {
      runDir: inject("runDir"),
      name: `${kind} with trusted networks`,
      env: {
        DATABASE_URL: databaseUrl,
        TRUSTED_PROXIES: "127.0.0.1,::1",
        TRUSTED_NETWORKS: "192.0.2.0/24, 2001:db8::/32",
      },
    });
    await untilReady(server);
    host = { kind, url: server.url, databaseUrl };
  });
  afterAll(() => server.stop());

  it("turn others away at every door, in a sentence for the person", async () => {
    const from = "198.51.100.7";
    const sentence = textLike(/^Logins may not start from this network/);
    expectRefusal(await call(host, "POST", "/v1/auth/device", { from }), 403, sentence);
    expectRefusal(await redeem(host, "ABCDEF", { confirm: true }, from), 403, sentence);
    const byOAuth = await post(host, "/oauth/device_authorization", { client_id: OWN }, { from });
    expectOAuthRefusal(byOAuth, 403, "access_denied");
  });

  it("let their own in, of either kind of address", async () => {
    for (const from of ["192.0.2.7", "2001:db8::7"]) {
      expect((await startLogin(host, {}, from)).user_code).not.toBe("");
    }
  });
});
