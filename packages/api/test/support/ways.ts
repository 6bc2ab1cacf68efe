import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { Caller, Person } from "../../src/index";
import type { Product } from "./product";

/** What an authenticator app shows at `now`, or so many steps of 30 seconds later. */
export function codeOf(secret: string, now: Date, stepsLater = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 });
  return totp.generate({ timestamp: now.getTime() + stepsLater * 30_000 });
}

/** Lets time pass until a step of 30 seconds has just begun, so that none ends in the middle of a test. */
export function atStartOfStep({ deps, wait }: Product): void {
  wait(31 - ((deps.now().getTime() / 1000) % 30));
}

/** Turns the second factor on, by the code of the step before this one: this one's is still to be had. */
export async function turnOnSecondFactor(product: Product, caller: Caller, password: string) {
  const begun = await caller.secondFactor.setUp({ password });
  if (begun.kind !== "begun") throw new Error(begun.kind);
  const { secret } = begun;
  const confirmed = await caller.secondFactor.confirm({ code: codeOf(secret, product.deps.now(), -1) });
  if (confirmed.kind !== "on") throw new Error(confirmed.kind);
  return { secret, backupCodes: confirmed.backupCodes };
}

/** A passkey of a person, as better-auth writes it. */
export async function addPasskey({ database, deps }: Product, { id: userId }: Person, name = "a laptop") {
  const id = randomUUID();
  await database.prisma.passkey.create({
    data: {
      ...{ id, name, userId, publicKey: "a public key", credentialID: randomUUID(), counter: 0 },
      ...{ deviceType: "singleDevice", backedUp: false, createdAt: deps.now() },
      ...{ ipAddress: "203.0.113.24", userAgent: "a browser" },
    },
  });
  return id;
}

/** An account of a person at a provider, as better-auth writes it. */
export async function linkAccount({ database, deps }: Product, { id: userId }: Person, provider = "oidc") {
  const id = randomUUID();
  await database.prisma.account.create({
    data: {
      ...{ id, userId, accountId: `https://id.example.com#${id}`, providerId: provider },
      ...{ createdAt: deps.now(), ipAddress: "203.0.113.24", userAgent: "a browser" },
    },
  });
  return id;
}

/** Takes a person's password away, so that they sign in by other ways alone. */
export async function dropPassword({ database }: Product, { id: userId }: Person): Promise<void> {
  await database.prisma.account.deleteMany({ where: { userId, providerId: "credential" } });
}
