import { beforeEach, describe, expect, it } from "vitest";
import { adasKey, openProduct, reviewedLogin, type Cast, type Product } from "../support/product";

let product: Product & Cast;
beforeEach(async () => {
  product = await openProduct();
});

const poll = (deviceCode: string) => product.terminal.logins.poll({ deviceCode });
const decide = (grantId: string) => product.as(product.ada).grants.decide({ grantId, decision: "approve" });

describe.each([-3_600, -600, 600])("a clock that steps by %i s in the middle of a login", (step) => {
  it("lets the login end well, and slows nobody down", async () => {
    const { deviceCode, grantId } = await reviewedLogin(product);
    expect(await poll(deviceCode)).toMatchObject({ kind: "pending" });
    product.wait(step);
    for (let beat = 0; beat < 3; beat++) {
      product.wait(5);
      expect(await poll(deviceCode)).toEqual({ kind: "pending", intervalSeconds: 5 });
    }
    await decide(grantId);
    expect(await poll(deviceCode)).toMatchObject({ kind: "approved" });
    expect(await poll(deviceCode)).toEqual({ kind: "unknown" });
  });

  it("takes nothing back that was decided, redeemed or revoked", async () => {
    const { apiKey, device } = await adasKey(product);
    await product.as(product.ada).devices.revoke({ id: device.id });
    const login = await reviewedLogin(product);
    await product.as(product.ada).grants.decide({ grantId: login.grantId, decision: "deny" });
    product.wait(step);
    expect(await product.terminal.keys.verify({ apiKey })).toMatchObject({ kind: "revoked" });
    expect(await poll(login.deviceCode)).toMatchObject({ kind: "denied" });
    expect(await decide(login.grantId)).not.toMatchObject({ kind: "decided" });
    expect(await poll(login.deviceCode)).toMatchObject({ kind: "denied" });
  });
});

it("a clock that steps over the end of a login ends it, and says so at both sides", async () => {
  const { deviceCode, userCode } = await reviewedLogin(product);
  product.wait(3_600);
  expect(await poll(deviceCode)).toEqual({ kind: "expired" });
  expect(await product.as(product.ada).grants.review({ userCode })).toEqual({ kind: "expired" });
});
