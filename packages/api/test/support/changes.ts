import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import {
  appointOperator,
  dismissOperator,
  changeEmailOf,
  isProductError,
  lockPerson,
  passSecondFactor,
  removeClient,
  turnOffSecondFactorOf,
  unlockPerson,
  type ActivityKind,
} from "../../src/index";
import { addClient, approvedCode, authorizationRequest, pkce, renewableKey } from "./oauth";
import { newcomer } from "./people";
import { adasKey, approvedLogin, reviewedLogin, sender, type Cast, type Product } from "./product";
import { addPasskey, codeOf, linkAccount, turnOnSecondFactor } from "./ways";

/** Something that is done by the product's own calls, and what must be written down of it. */
export interface Change {
  action: string;
  /** What must have happened before; the action itself, to be run then. */
  given: () => Promise<() => Promise<unknown>>;
  /** So often at once it must still be written once. */
  times?: number;
  writes: ActivityKind[];
  /** What the last event says besides. */
  about?: object;
  /** By the operator's command, which comes from nowhere. */
  isOperators?: true;
}

/** Of calls that race for one change, those that come later find it done, and say so. */
function passOverDone(error: unknown): void {
  if (!isProductError(error)) throw error;
}

const anyId = expect.any(String) as string;
const ada = { userId: "ada" };
const thinkpad = { ...ada, deviceName: "ada-thinkpad", clientId: "alprina-cli" };

/** Everything that changes something in the product, and what looks like it and must write nothing. */
export function changesOf(product: Product & Cast): Change[] {
  const browser = () => product.as(product.ada);
  const start = () => product.terminal.logins.start({ deviceName: "ada-thinkpad" });
  // As better-auth writes it.
  const signIn = () =>
    product.database.prisma.session.create({
      data: {
        id: randomBytes(8).toString("hex"),
        token: randomBytes(16).toString("hex"),
        userId: product.ada.id,
        expiresAt: new Date(Date.now() + 60_000),
        ipAddress: "203.0.113.24",
        userAgent: "a browser",
      },
    });
  return [
    {
      action: "a login is started",
      given: () => Promise.resolve(start),
      writes: ["login-started"],
      about: { userId: null, deviceName: "ada-thinkpad", clientId: "alprina-cli", grantId: anyId },
    },
    {
      action: "a code is reviewed",
      given: async () => {
        const { userCode } = await start();
        return () => browser().grants.review({ userCode });
      },
      writes: ["login-reviewed"],
      about: { ...thinkpad, grantId: anyId },
    },
    {
      action: "a code is reviewed again by the same person",
      given: async () => {
        const { userCode } = await reviewedLogin(product);
        return () => browser().grants.review({ userCode });
      },
      writes: [],
    },
    {
      action: "a code of somebody else is reviewed",
      given: async () => {
        const { userCode } = await reviewedLogin(product);
        return () => product.as(product.mallory).grants.review({ userCode });
      },
      writes: [],
    },
    {
      action: "a login is approved",
      given: async () => {
        const { grantId } = await reviewedLogin(product);
        return () => browser().grants.decide({ grantId, decision: "approve" });
      },
      writes: ["login-approved"],
      about: { ...thinkpad, grantId: anyId },
    },
    {
      action: "a login is denied",
      given: async () => {
        const { grantId } = await reviewedLogin(product);
        return () => browser().grants.decide({ grantId, decision: "deny" });
      },
      writes: ["login-denied"],
      about: thinkpad,
    },
    {
      action: "a login is denied because it was somebody else's",
      given: async () => {
        const { grantId } = await reviewedLogin(product);
        return () => browser().grants.decide({ grantId, decision: "deny", wasNotMe: true });
      },
      writes: ["login-disowned"],
      about: thinkpad,
    },
    {
      action: "a login is decided that was decided before",
      given: async () => {
        const { grantId } = await reviewedLogin(product);
        await browser().grants.decide({ grantId, decision: "deny" });
        return () => browser().grants.decide({ grantId, decision: "approve" });
      },
      writes: [],
    },
    {
      action: "a login that expired is decided",
      given: async () => {
        const { grantId } = await reviewedLogin(product);
        product.wait(901);
        return () => browser().grants.decide({ grantId, decision: "approve" });
      },
      writes: [],
    },
    {
      action: "a code that is over is entered",
      given: async () => {
        const { userCode } = await approvedLogin(product);
        return () => browser().grants.review({ userCode });
      },
      writes: ["dead-code-tried"],
      about: { ...thinkpad, detail: "approved" },
    },
    {
      action: "an approved login is polled",
      given: async () => {
        const { deviceCode } = await approvedLogin(product);
        return () => product.terminal.logins.poll({ deviceCode });
      },
      times: 50,
      writes: ["device-added"],
      about: { ...thinkpad, deviceId: anyId, grantId: anyId },
    },
    {
      action: "a pending login is polled",
      given: async () => {
        const { deviceCode } = await reviewedLogin(product);
        return () => product.terminal.logins.poll({ deviceCode });
      },
      writes: [],
    },
    {
      action: "a dashboard code is issued",
      given: () => Promise.resolve(() => browser().dashboardCodes.issue()),
      writes: ["dashboard-code-issued"],
      about: ada,
    },
    {
      action: "a dashboard code is redeemed",
      given: async () => {
        const { code } = await browser().dashboardCodes.issue();
        const facts = { deviceName: "ada-thinkpad", offersConfirmation: false };
        return () => product.terminal.dashboardCodes.redeem({ dashboardCode: code, ...facts });
      },
      times: 50,
      writes: ["device-added"],
      about: thinkpad,
    },
    {
      action: "a dashboard code is entered by a terminal that waits",
      given: async () => {
        const { code } = await browser().dashboardCodes.issue();
        const facts = { deviceName: "ada-thinkpad", offersConfirmation: true };
        return () => product.terminal.dashboardCodes.redeem({ dashboardCode: code, ...facts });
      },
      times: 20,
      writes: ["dashboard-code-used"],
      about: { ...thinkpad, grantId: anyId },
    },
    {
      action: "a program with a browser beside it is approved",
      given: () => Promise.resolve(() => approvedCode(product, { deviceName: "ada-thinkpad" })),
      writes: ["login-approved"],
      about: thinkpad,
    },
    {
      action: "a program with a browser beside it is denied, which changes nothing else",
      given: () => {
        const request = authorizationRequest(pkce().challenge, { deviceName: "ada-thinkpad" });
        return Promise.resolve(() => browser().authorizations.decide({ request, decision: "deny" }));
      },
      writes: ["login-denied"],
      about: thinkpad,
    },
    {
      action: "an authorization code is redeemed",
      given: async () => {
        const code = await approvedCode(product, { deviceName: "ada-thinkpad" });
        return () => product.terminal.authorizations.redeem(code);
      },
      writes: ["device-added"],
      about: { ...thinkpad, deviceId: anyId },
    },
    {
      action: "an authorization code is redeemed once more",
      given: async () => {
        const code = await approvedCode(product, { deviceName: "ada-thinkpad" });
        await product.terminal.authorizations.redeem(code);
        return () => product.terminal.authorizations.redeem(code);
      },
      times: 10,
      writes: ["device-revoked"],
      about: { ...thinkpad, detail: "its authorization code was used twice" },
    },
    {
      action: "a key is renewed",
      given: async () => {
        const { refreshToken } = await renewableKey(product);
        return () => product.terminal.tokens.renew({ client: { clientId: "alprina-cli" }, refreshToken });
      },
      writes: [],
    },
    {
      action: "a refresh token comes again after its minute",
      given: async () => {
        const { refreshToken } = await renewableKey(product, { deviceName: "ada-thinkpad" });
        const renew = () =>
          product.terminal.tokens.renew({ client: { clientId: "alprina-cli" }, refreshToken });
        await renew();
        product.wait(61);
        return renew;
      },
      times: 10,
      writes: ["device-revoked"],
      about: { ...thinkpad, detail: "a refresh token was used twice" },
    },
    {
      action: "a device is renamed",
      given: async () => {
        const { device } = await adasKey(product);
        return () => browser().devices.rename({ id: device.id, name: "kitchen laptop" });
      },
      writes: ["device-renamed"],
      about: { ...thinkpad, deviceName: "kitchen laptop", detail: "ada-thinkpad" },
    },
    {
      action: "a device gets the name that it has",
      given: async () => {
        const { device } = await adasKey(product);
        return () => browser().devices.rename({ id: device.id, name: "ada-thinkpad" });
      },
      writes: [],
    },
    {
      action: "a device of somebody else is renamed or revoked",
      given: async () => {
        const { device } = await adasKey(product);
        const mallory = product.as(product.mallory);
        return () =>
          Promise.allSettled([
            mallory.devices.rename({ id: device.id, name: "mine" }),
            mallory.devices.revoke(device),
          ]);
      },
      writes: [],
    },
    {
      action: "a device is revoked",
      given: async () => {
        const { device } = await adasKey(product);
        return () => browser().devices.revoke(device);
      },
      times: 20,
      writes: ["device-revoked"],
      about: { ...thinkpad, deviceId: anyId },
    },
    {
      action: "a terminal signs itself out",
      given: async () => {
        const { apiKey } = await adasKey(product);
        return () => product.terminal.keys.revoke({ apiKey });
      },
      writes: ["device-revoked"],
      about: thinkpad,
    },
    {
      action: "a terminal revokes its token in OAuth's dialect",
      given: async () => {
        const { refreshToken } = await renewableKey(product, { deviceName: "ada-thinkpad" });
        return () =>
          product.terminal.tokens.revoke({ client: { clientId: "alprina-cli" }, token: refreshToken });
      },
      writes: ["device-revoked"],
      about: thinkpad,
    },
    {
      action: "all devices but one are revoked",
      given: async () => {
        const kept = await adasKey(product);
        await browser().devices.revokeOthers({ keepId: kept.device.id });
        await adasKey(product);
        await adasKey(product);
        return () => browser().devices.revokeOthers({ keepId: kept.device.id });
      },
      writes: ["device-revoked", "device-revoked"],
      about: thinkpad,
    },
    {
      action: "some devices are revoked",
      given: async () => {
        const { device } = await adasKey(product);
        return () => browser().devices.revokeSome({ ids: [device.id] });
      },
      writes: ["device-revoked"],
      about: thinkpad,
    },
    {
      action: "a browser signs in",
      given: () => Promise.resolve(signIn),
      writes: ["signed-in"],
      about: ada,
    },
    {
      action: "everything is signed out",
      given: async () => {
        const kept = await adasKey(product);
        await browser().devices.revokeOthers({ keepId: kept.device.id });
        return () => browser().me.signOutEverywhere({ devices: true, keepThisBrowser: false });
      },
      writes: ["sessions-ended", "device-revoked"],
      about: thinkpad,
    },
    {
      action: "an operator removes a program",
      given: async () => {
        const client = await addClient(product);
        const { deviceCode, userCode } = await product.terminal.logins.start({
          client,
          deviceName: "ada-thinkpad",
        });
        const answer = await browser().grants.review({ userCode });
        if (answer.kind !== "pending") throw new Error(answer.kind);
        await browser().grants.decide({ grantId: answer.request.id, decision: "approve" });
        await product.terminal.logins.poll({ deviceCode, client });
        return () => removeClient(product.deps, client.clientId);
      },
      writes: ["device-revoked"],
      about: { ...ada, deviceName: "ada-thinkpad", detail: "the program was removed" },
      isOperators: true,
    },
    {
      action: "a person changes their name",
      given: async () => {
        const { caller } = await newcomer(product);
        return () => caller.me.rename({ name: "Ada King" });
      },
      times: 5,
      writes: ["name-changed"],
      about: { userId: anyId, detail: "Ada Lovelace" },
    },
    {
      action: "a passkey is added",
      given: async () => {
        const { person } = await newcomer(product);
        return () => addPasskey(product, person);
      },
      writes: ["passkey-added"],
      about: { userId: anyId, detail: "a laptop" },
    },
    {
      action: "a passkey is renamed",
      given: async () => {
        const { person, caller } = await newcomer(product);
        const id = await addPasskey(product, person);
        return () => caller.passkeys.rename({ id, name: "a phone" });
      },
      times: 5,
      writes: ["passkey-renamed"],
      about: { userId: anyId, detail: "a laptop" },
    },
    {
      action: "a passkey is removed",
      given: async () => {
        const { person, caller } = await newcomer(product);
        const id = await addPasskey(product, person);
        return () => caller.passkeys.remove({ id });
      },
      times: 5,
      writes: ["passkey-removed"],
      about: { userId: anyId, detail: "a laptop" },
    },
    {
      action: "an account at a provider is linked",
      given: async () => {
        const { person } = await newcomer(product);
        return () => linkAccount(product, person);
      },
      writes: ["account-linked"],
      about: { userId: anyId, detail: "oidc" },
    },
    {
      action: "an account at a provider is unlinked",
      given: async () => {
        const { person, caller } = await newcomer(product);
        const id = await linkAccount(product, person);
        return () => caller.linkedAccounts.unlink({ id });
      },
      times: 5,
      writes: ["account-unlinked"],
      about: { userId: anyId, detail: "oidc" },
    },
    {
      action: "a second factor is turned on",
      given: async () => {
        const { caller, password } = await newcomer(product);
        const begun = await caller.secondFactor.setUp({ password });
        if (begun.kind !== "begun") throw new Error(begun.kind);
        const code = codeOf(begun.secret, product.deps.now());
        return () => caller.secondFactor.confirm({ code });
      },
      times: 5,
      writes: ["second-factor-on"],
      about: { userId: anyId },
    },
    {
      action: "other backup codes are made",
      given: async () => {
        const { caller, password } = await newcomer(product);
        await turnOnSecondFactor(product, caller, password);
        return () => caller.secondFactor.renewBackupCodes({ password });
      },
      writes: ["backup-codes-renewed"],
      about: { userId: anyId },
    },
    {
      action: "a backup code is used",
      given: async () => {
        const { person, caller, password } = await newcomer(product);
        const { backupCodes } = await turnOnSecondFactor(product, caller, password);
        return () => passSecondFactor(product.deps, sender, person, backupCodes[0] ?? "");
      },
      writes: ["backup-code-used"],
      about: { userId: anyId },
    },
    {
      action: "a second factor is turned off",
      given: async () => {
        const { caller, password } = await newcomer(product);
        await turnOnSecondFactor(product, caller, password);
        return () => caller.secondFactor.turnOff({ password });
      },
      times: 5,
      writes: ["second-factor-off"],
      about: { userId: anyId },
    },
    {
      action: "an operator changes an e-mail address",
      given: async () => {
        const { person } = await newcomer(product);
        const next = `new.${person.email}`;
        return () => changeEmailOf(product.deps, person.email, next).catch(passOverDone);
      },
      times: 5,
      writes: ["email-changed"],
      about: { userId: anyId, detail: expect.stringMatching(/^[^.]+@example\.com$/) as string },
      isOperators: true,
    },
    {
      action: "an operator turns a second factor off",
      given: async () => {
        const { person, caller, password } = await newcomer(product);
        await turnOnSecondFactor(product, caller, password);
        return () => turnOffSecondFactorOf(product.deps, person.email);
      },
      times: 5,
      writes: ["second-factor-off"],
      about: { userId: anyId, detail: "by the operator" },
      isOperators: true,
    },
    {
      action: "an operator locks an account",
      given: async () => {
        await unlockPerson(product.deps, product.ada.email);
        const { device } = await adasKey(product);
        await browser().devices.revokeOthers({ keepId: device.id });
        return () => lockPerson(product.deps, product.ada.email);
      },
      times: 5,
      writes: ["account-locked", "device-revoked"],
      about: { ...thinkpad, detail: "the account was locked" },
      isOperators: true,
    },
    {
      action: "an operator opens an account",
      given: async () => {
        await lockPerson(product.deps, product.ada.email);
        return () => unlockPerson(product.deps, product.ada.email);
      },
      times: 5,
      writes: ["account-unlocked"],
      about: ada,
      isOperators: true,
    },
    {
      action: "somebody is made an operator",
      given: async () => {
        await dismissOperator(product.deps, product.grace.email);
        return () => appointOperator(product.deps, product.grace.email);
      },
      times: 5,
      writes: ["operator-made"],
      about: { userId: "grace", actorId: null },
      isOperators: true,
    },
    {
      action: "an operator is dismissed",
      given: async () => {
        await appointOperator(product.deps, product.grace.email);
        return () => dismissOperator(product.deps, product.grace.email);
      },
      times: 5,
      writes: ["operator-removed"],
      about: { userId: "grace", actorId: null },
      isOperators: true,
    },
  ];
}
