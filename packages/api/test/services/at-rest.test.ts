import { beforeAll, describe, expect, it } from "vitest";
import { rotateSigningKey } from "../../src/index";
import { addClient, approvedCode, renewableKey } from "../support/oauth";
import { newcomer } from "../support/people";
import { turnOnSecondFactor } from "../support/ways";
import { adasKey, openProduct, reviewedLogin, type Cast, type Product } from "../support/product";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct();
});

/** Everything that the tables hold, as a thief of a backup would read it. */
async function everythingStored(): Promise<string> {
  const { rows } = await product.database.pool.query<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const dumps = await Promise.all(
    rows.map(({ name }) => product.database.pool.query(`SELECT t::text AS row FROM ${name} t`)),
  );
  return dumps.flatMap((dump) => dump.rows.map((row: { row: string }) => row.row)).join("\n");
}

describe("the tables", () => {
  it("hold no code and no key, only what was made of them", async () => {
    const { deviceCode, userCode } = await reviewedLogin(product);
    const { code } = await product.as(product.ada).dashboardCodes.issue();
    const { apiKey, device } = await adasKey(product);
    const { code: authorizationCode } = await approvedCode(product);
    const renewable = await renewableKey(product);
    const { clientSecret = "" } = await addClient(product, { kind: "confidential" });
    const { caller, password } = await newcomer(product);
    const { secret, backupCodes } = await turnOnSecondFactor(product, caller, password);
    await rotateSigningKey(product.deps);
    const stored = await everythingStored();
    expect(stored).toContain(device.id);
    const others = [authorizationCode, clientSecret, renewable.refreshToken, renewable.idToken ?? "", secret];
    const keys = [apiKey, apiKey.slice(16), renewable.apiKey];
    const typed = backupCodes.flatMap((one) => [one, one.replace("-", "")]);
    for (const one of [...typed, deviceCode, userCode, userCode.replace("-", ""), code, ...keys, ...others]) {
      expect(one).not.toBe("");
      expect(stored).not.toContain(one);
      expect(stored).not.toContain(Buffer.from(one).toString("hex"));
    }
    // A private key would begin so: PKCS#8, version 0, rsaEncryption.
    expect(stored).not.toContain("020100300d06092a864886f70d010101");
    expect(stored).not.toContain('"d":');
  });
});
