import { beforeAll, describe, expect, it } from "vitest";
import { openProduct, type Cast, type Product } from "../support/product";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct();
});

const redeem = (dashboardCode: string, offersConfirmation = false) =>
  product.terminal.dashboardCodes.redeem({
    dashboardCode,
    offersConfirmation,
    deviceName: "build-runner-03",
  });

describe("a dashboard code", () => {
  it("is typed once and gives one key, and its page sees that", async () => {
    const ada = product.as(product.ada);
    const { id, code, command } = await ada.dashboardCodes.issue();
    expect(command).toBe(`alprina auth login --code ${code}`);
    expect(await ada.dashboardCodes.status({ id })).toMatchObject({ kind: "live" });
    expect(await redeem(` ${code.toLowerCase().slice(0, 3)}-${code.slice(3)}`)).toMatchObject({
      kind: "key",
      issued: { person: product.ada, device: { name: "build-runner-03" } },
    });
    expect(await redeem(code)).toEqual({ kind: "used" });
    expect(await ada.dashboardCodes.status({ id })).toEqual({ kind: "used", deviceName: "build-runner-03" });
  });

  it("is the only live one of its person: a new one ends the former", async () => {
    const ada = product.as(product.ada);
    const former = await ada.dashboardCodes.issue();
    const current = await ada.dashboardCodes.issue();
    expect(await redeem(former.code)).toEqual({ kind: "unknown" });
    expect(await ada.dashboardCodes.status(former)).toEqual({ kind: "replaced" });
    expect((await redeem(current.code)).kind).toBe("key");
  });

  it("ends with its time", async () => {
    const late = await openProduct({ dashboardCodeTtlSeconds: 60 });
    const { id, code } = await late.as(late.ada).dashboardCodes.issue();
    late.wait(60);
    expect(
      await late.terminal.dashboardCodes.redeem({ dashboardCode: code, offersConfirmation: false }),
    ).toEqual({
      kind: "unknown",
    });
    expect(await late.as(late.ada).dashboardCodes.status({ id })).toEqual({ kind: "expired" });
  });

  it("waits for Connect when its command line offers to", async () => {
    const ada = product.as(product.ada);
    const { id, code } = await ada.dashboardCodes.issue();
    const answer = await redeem(code, true);
    expect(answer).toMatchObject({ kind: "confirmation", intervalSeconds: 5, expiresInSeconds: 900 });
    if (answer.kind !== "confirmation") return;
    expect(await product.terminal.logins.poll(answer)).toMatchObject({ kind: "pending" });
    const view = await ada.dashboardCodes.status({ id });
    expect(view).toMatchObject({ kind: "claimed", request: { deviceName: "build-runner-03" } });
    if (view.kind !== "claimed") return;

    const grantId = view.request.id;
    const mallory = product.as(product.mallory);
    expect(await mallory.dashboardCodes.status({ id })).toEqual({ kind: "unknown" });
    expect(await mallory.grants.decide({ grantId, decision: "approve" })).toEqual({ kind: "taken" });
    expect(await ada.grants.decide({ grantId, decision: "approve" })).toEqual({ kind: "approved" });
    expect(await product.terminal.logins.poll(answer)).toMatchObject({ kind: "approved" });
    expect(await ada.dashboardCodes.status({ id })).toEqual({ kind: "used", deviceName: "build-runner-03" });
  });

  it("gives nothing when the person says that it was not them", async () => {
    const ada = product.as(product.ada);
    const { id, code } = await ada.dashboardCodes.issue();
    const answer = await redeem(code, true);
    const view = await ada.dashboardCodes.status({ id });
    if (answer.kind !== "confirmation" || view.kind !== "claimed") throw new Error("not claimed");
    await ada.grants.decide({ grantId: view.request.id, decision: "deny" });
    expect(await product.terminal.logins.poll(answer)).toEqual({ kind: "denied", reason: null });
    expect(await ada.dashboardCodes.status({ id })).toEqual({ kind: "denied" });
  });

  it("must be confirmed where the operator wants that, and survives a command line that cannot", async () => {
    const strict = await openProduct({ dashboardCodeConfirmation: "required" });
    const { code: dashboardCode } = await strict.as(strict.ada).dashboardCodes.issue();
    const { redeem } = strict.terminal.dashboardCodes;
    expect(await redeem({ dashboardCode, offersConfirmation: false })).toEqual({
      kind: "confirmation-required",
    });
    expect((await redeem({ dashboardCode, offersConfirmation: true })).kind).toBe("confirmation");
  });

  it("is refused at the other door, and so is a user code at this one", async () => {
    const ada = product.as(product.ada);
    const { code } = await ada.dashboardCodes.issue();
    expect((await ada.grants.review({ userCode: code })).kind).toBe("malformed");
    expect(await product.terminal.logins.poll({ deviceCode: code })).toEqual({ kind: "unknown" });
    const { userCode, deviceCode } = await product.terminal.logins.start({});
    expect(await redeem(userCode)).toEqual({ kind: "unknown" });
    expect(await redeem(deviceCode)).toEqual({ kind: "unknown" });
  });
});
