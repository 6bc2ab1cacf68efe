import { beforeEach, describe, expect, it } from "vitest";
import { createCaller, createSecrets } from "../../src/index";
import { mailbox, tokenIn } from "../support/alerts";
import { adasKey, atOnce, openProduct, tally, type Cast, type Product } from "../support/product";

/** The link in a mail about a new device: signed, for one device, seven days, once. */

const DAY = 24 * 60 * 60;

let product: Product & Cast;
beforeEach(async () => {
  product = await openProduct({ tellsOfNewDevices: true });
});

/** A device of Ada's, and the link that she was mailed. */
async function mailedDevice() {
  const issued = await adasKey(product);
  const mails = await mailbox(product).deliverAll();
  const mail = mails.find(({ deviceId }) => deviceId === issued.device.id);
  if (!mail) throw new Error("No mail");
  return { ...issued, token: tokenIn(mail) };
}

/** Somebody who clicks, at an address. */
const clickerAt = (ipAddress: string) =>
  createCaller({
    deps: product.deps,
    sender: { ipAddress, userAgent: "a phone" },
    bearerToken: null,
    findSignedIn: () => Promise.resolve(null),
  }).revocations;

const phone = () => clickerAt("198.51.100.7");
const standing = async (apiKey: string) => (await product.terminal.keys.verify({ apiKey })).kind;
/** What was written down of a device, by name: events of one statement have no order. */
const kindsOf = async (deviceId: string) =>
  (await product.database.prisma.activity.findMany({ where: { deviceId } })).map(({ kind }) => kind).sort();

describe("the link in a mail", () => {
  it("shows the device, and changes nothing by being opened", async () => {
    const { apiKey, device, token } = await mailedDevice();
    for (let n = 0; n < 3; n++) {
      expect(await phone().review({ token })).toMatchObject({
        kind: "open",
        device: { name: "ada-thinkpad", terminal: { ipAddress: "203.0.113.24" } },
      });
    }
    expect(await standing(apiKey)).toBe("valid");
    expect(await kindsOf(device.id)).toEqual(["device-added"]);
  });

  it("revokes the device, pauses where it came from, and writes both down", async () => {
    const { apiKey, device, token } = await mailedDevice();
    expect(await phone().disown({ token })).toEqual({
      kind: "disowned",
      deviceName: "ada-thinkpad",
      pausedSources: ["203.0.113.24"],
      pausedForSeconds: 60 * 60,
    });
    expect(await standing(apiKey)).toBe("revoked");
    expect(await kindsOf(device.id)).toEqual(["device-added", "device-revoked", "login-disowned"]);
    const events = await product.database.prisma.activity.findMany({ where: { kind: "login-disowned" } });
    expect(events).toMatchObject([
      { userId: product.ada.id, deviceName: "ada-thinkpad", ipAddress: "198.51.100.7", userAgent: "a phone" },
    ]);
    await expect(product.terminal.logins.start({})).rejects.toMatchObject({ cause: { code: "over-budget" } });
    const paused = await phone().review({ token });
    if (paused.kind !== "revoked" || !paused.pausedUntil) throw new Error("Nothing is paused");
    expect(paused.pausedUntil.getTime() - paused.revokedAt.getTime()).toBe(60 * 60 * 1000);
    product.wait(60 * 60 + 1);
    await expect(product.terminal.logins.start({})).resolves.toBeDefined();
    expect(await phone().review({ token })).toMatchObject({ kind: "revoked", pausedUntil: null });
  });

  it("does not shut out whoever clicks", async () => {
    const { apiKey, token } = await mailedDevice();
    expect(await clickerAt("203.0.113.24").disown({ token })).toMatchObject({ pausedSources: [] });
    expect(await standing(apiKey)).toBe("revoked");
    expect(await phone().review({ token })).toMatchObject({ kind: "revoked", pausedUntil: null });
    await expect(product.terminal.logins.start({})).resolves.toBeDefined();
  });

  it("does not shut out this machine, which has two addresses, nor anybody where the operator wants no pause", async () => {
    const desk = (ipAddress: string) =>
      createCaller({
        deps: product.deps,
        sender: { ipAddress, userAgent: "curl" },
        bearerToken: null,
        findSignedIn: () =>
          Promise.resolve({ person: product.ada, signedInAt: product.deps.now(), sessionId: null }),
      });
    const { code: dashboardCode } = await desk("127.0.0.1").dashboardCodes.issue();
    await desk("127.0.0.1").dashboardCodes.redeem({ dashboardCode, offersConfirmation: false });
    const [mail] = await mailbox(product).deliverAll();
    expect(await clickerAt("::1").disown({ token: tokenIn(mail!) })).toMatchObject({
      kind: "disowned",
      pausedSources: [],
    });
    await expect(desk("127.0.0.1").logins.start({})).resolves.toBeDefined();

    product = await openProduct({ tellsOfNewDevices: true, sourceBlockSeconds: 0 });
    const { token } = await mailedDevice();
    expect(await phone().disown({ token })).toMatchObject({ kind: "disowned", pausedSources: [] });
    await expect(product.terminal.logins.start({})).resolves.toBeDefined();
  });

  it("works once: of 20 clicks one does it, and afterwards it says what happened", async () => {
    const { device, token } = await mailedDevice();
    const answers = await atOnce(20, () => phone().disown({ token }));
    expect(tally(answers)).toEqual({ disowned: 1, revoked: 19 });
    expect(await phone().review({ token })).toMatchObject({ kind: "revoked", byLink: true });
    expect(await kindsOf(device.id)).toEqual(["device-added", "device-revoked", "login-disowned"]);
  });

  it("says so when the device was revoked in settings, and leaves it at that", async () => {
    const { device, token } = await mailedDevice();
    await product.as(product.ada).devices.revoke({ id: device.id });
    expect(await phone().review({ token })).toMatchObject({ kind: "revoked", byLink: false });
    expect(await phone().disown({ token })).toMatchObject({ kind: "revoked", byLink: false });
    expect(await kindsOf(device.id)).toEqual(["device-added", "device-revoked"]);
  });

  it("against a revocation in settings: the device is revoked once", async () => {
    for (let round = 0; round < 5; round++) {
      const { device, apiKey, token } = await mailedDevice();
      await Promise.all([
        // From the device's own address, so that the next round may start.
        clickerAt("203.0.113.24").disown({ token }),
        product.as(product.ada).devices.revoke({ id: device.id }),
      ]);
      expect(await standing(apiKey)).toBe("revoked");
      const kinds = await kindsOf(device.id);
      expect(kinds.filter((kind) => kind === "device-revoked")).toHaveLength(1);
    }
  });

  it("ends after seven days", async () => {
    const { apiKey, token } = await mailedDevice();
    product.wait(7 * DAY - 60);
    expect((await phone().review({ token })).kind).toBe("open");
    product.wait(120);
    expect(await phone().review({ token })).toEqual({ kind: "expired" });
    expect(await phone().disown({ token })).toEqual({ kind: "expired" });
    expect(await standing(apiKey)).toBe("valid");
  });

  it("that was changed in any place is as unknown as one that never was", async () => {
    const { apiKey, device, token } = await mailedDevice();
    const later = new Date(Date.now() + 365 * DAY * 1000);
    const elsewhere = createSecrets({
      serverSecret: "the secret of another server, also long enough",
      apiKeyPrefix: "alprina_sk_live_",
    });
    const changed = Array.from(token, (letter, at) =>
      [token.slice(0, at), letter === "A" ? "B" : "A", token.slice(at + 1)].join(""),
    ).filter((one) => one !== token);
    const forged = [
      elsewhere.signRevocation(device.id, later),
      // Signed by us, for a device that is not there, and for one without a mail.
      product.deps.secrets.signRevocation(crypto.randomUUID(), later),
      ...["x", "A".repeat(72), `${token}=`, `${token}A`, token.slice(1), "../..", "🦊"],
    ];
    for (const tampered of [...changed, ...forged]) {
      expect(await phone().disown({ token: tampered }), tampered).toEqual({ kind: "unknown" });
    }
    expect(await standing(apiKey)).toBe("valid");
  });

  it("is no more use when the account is gone", async () => {
    const { token } = await mailedDevice();
    await product.database.prisma.user.delete({ where: { id: product.ada.id } });
    expect(await phone().review({ token })).toEqual({ kind: "unknown" });
    expect(await phone().disown({ token })).toEqual({ kind: "unknown" });
  });
});

it("tries of links have a budget, the same for right and wrong ones", async () => {
  product = await openProduct({ tellsOfNewDevices: true }, { limitFactor: 0.1 });
  const { token } = await mailedDevice();
  const answers = await atOnce(6, () => phone().review({ token: "wrong" }));
  expect(tally(answers)).toEqual({ unknown: 6 });
  const refusal = {
    cause: { code: "over-budget", options: { retryAfterSeconds: expect.any(Number) as number } },
  };
  await expect(phone().review({ token })).rejects.toMatchObject(refusal);
  await expect(phone().disown({ token })).rejects.toMatchObject(refusal);
  await expect(clickerAt("198.51.100.8").review({ token })).resolves.toMatchObject({ kind: "open" });
});
