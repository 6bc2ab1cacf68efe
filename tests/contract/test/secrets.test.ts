import { beforeAll, describe, expect, inject, it } from "vitest";
import { call } from "../support/call";
import { sha256, sql } from "../support/database";
import { approve, dashboardCode, poll, redeem, startLogin } from "../support/flows";
import { hosts, strictHosts } from "../support/hosts";
import { addClient, askToken, consent, OWN, pkce, REDIRECT, tokenReply } from "../support/oauth";
import { signUp } from "../support/people";
import { findSecrets, readLogs, secretsSeen, type Secret } from "../support/secret-scan";
import { keyReply, read } from "../support/wire";

/**
 * Contract §2, last column, and "nothing in this section is ever logged": for the secrets of this file and of all
 * that has run before it. The global set-up reads the logs once more when everything has run.
 */

const runDir = inject("runDir");

// What browsers hold besides, the cookie that ties a way to an identity provider and back together, is better-auth's.
const digestedKinds = new Set<Secret["kind"]>([
  "device_code",
  "user_code",
  "cli_code",
  "api_key",
  "token",
  "password",
  "authorization_code",
  "refresh_token",
  "id_token",
  "client_secret",
]);

describe.each(hosts)("$kind: what a run leaves behind", (host) => {
  const made: Record<"device_code" | "user_code" | "cli_code" | "api_key", string>[] = [];
  beforeAll(async () => {
    const ada = await signUp(host, "Ada Lovelace");
    const { device_code, user_code } = await startLogin(host, { device_name: "a-device-to-be-found" });
    await approve(host, ada, user_code);
    const { api_key } = read(await poll(host, device_code), keyReply);
    const cli_code = await dashboardCode(host, ada);
    read(await redeem(host, cli_code), keyReply);
    expect((await call(host, "GET", "/v1/auth/me", { bearer: api_key })).status).toBe(200);
    await addClient(host, "confidential");
    const { verifier, challenge } = pkce();
    const { code = "" } = await consent(host, ada, challenge, { scope: "openid offline_access" });
    const form = { grant_type: "authorization_code", client_id: OWN, code, code_verifier: verifier };
    read(await askToken(host, { ...form, redirect_uri: REDIRECT }), tokenReply);
    made.push({ device_code, user_code, cli_code, api_key });
  });

  it("holds no code, key or password in any column of the database", async () => {
    const secrets = secretsSeen(runDir).filter(({ kind }) => digestedKinds.has(kind));
    expect(new Set(secrets.map(({ kind }) => kind))).toEqual(digestedKinds);
    const columns = await sql<{ table_name: string; column_name: string; data_type: string }>(
      host,
      `SELECT table_name, column_name, data_type FROM information_schema.columns
        WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'bytea', 'json', 'jsonb')`,
    );
    expect(columns.length).toBeGreaterThan(30);
    let everything = "";
    for (const { table_name, column_name, data_type } of columns) {
      const value = data_type === "bytea" ? `encode("${column_name}", 'escape')` : `"${column_name}"::text`;
      const rows = await sql<{ value: string | null }>(host, `SELECT ${value} AS value FROM "${table_name}"`);
      const text = rows.map((row) => row.value ?? "").join("\n");
      expect({ column: `${table_name}.${column_name}`, holds: findSecrets(secrets, text) }).toEqual({
        column: `${table_name}.${column_name}`,
        holds: [],
      });
      everything += text;
    }
    expect(everything).toContain("a-device-to-be-found");
  });

  it("keeps device codes and keys as SHA-256, the short codes as something that needs the server's secret", async () => {
    const { device_code, user_code, cli_code, api_key } = made[0]!;
    const grants = await sql<{ user_code_hmac: Buffer }>(
      host,
      "SELECT user_code_hmac FROM device_grant WHERE device_code_hash = $1",
      [sha256(device_code)],
    );
    expect(grants.map((grant) => grant.user_code_hmac.length)).toEqual([32]);
    const keys = await sql<{ visible_start: string }>(
      host,
      "SELECT visible_start FROM api_key WHERE key_hash = $1",
      [sha256(api_key)],
    );
    expect(keys).toEqual([{ visible_start: api_key.slice(0, "alprina_sk_live_".length + 4) }]);
    for (const code of [
      user_code,
      user_code.replace("-", ""),
      user_code.replace("-", "").toLowerCase(),
      cli_code,
    ]) {
      const plain =
        "SELECT id FROM device_grant WHERE user_code_hmac = $1 UNION ALL SELECT id FROM dashboard_code WHERE code_hmac = $1";
      expect(await sql(host, plain, [sha256(code)])).toEqual([]);
    }
  });
});

describe("the logs of the servers", () => {
  it("hold no code, key, token, cookie or password", () => {
    const secrets = secretsSeen(runDir);
    expect(secrets.length).toBeGreaterThan(10);
    const logs = readLogs(runDir);
    for (const server of [...hosts, ...strictHosts]) {
      expect(
        logs.filter(({ text }) => text.includes(server.url) || text.includes(new URL(server.url).port)),
      ).not.toEqual([]);
    }
    for (const { name, text } of logs) {
      expect({ name, holds: findSecrets(secrets, text) }).toEqual({ name, holds: [] });
    }
  });
});
