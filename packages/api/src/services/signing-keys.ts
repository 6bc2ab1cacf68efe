import { generateKeyPair, createPrivateKey, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { calculateJwkThumbprint, type JWK } from "jose";
import { ProductError } from "../domain/errors";
import { after } from "../domain/policy";
import type { Deps } from "./deps";
import type { SigningKey } from "../store/index";

/** Longer than any ID token lives, so that each can be checked until it ends. */
const PUBLISHED_AFTER_RETIREMENT_SECONDS = 24 * 60 * 60;
const MODULUS_BITS = 2048;
const ATTEMPTS = 3;

type KeyDeps = Pick<Deps, "store" | "secrets" | "now">;

/** The key that signs now. */
export interface Signer {
  kid: string;
  privateKey: KeyObject;
}

/**
 * The current signing key; the first call of a new installation makes it. One that was sealed under another
 * server secret cannot be used any more and is replaced.
 */
export async function currentSigner(deps: KeyDeps): Promise<Signer> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const current = (await publishedKeys(deps)).find(({ status }) => status === "current");
    const signer = current && openKey(deps, current);
    if (signer) return signer;
    // Of instances that start at once one makes the key, and the others read it in the next turn.
    await replaceOnce(deps, current?.id ?? null);
  }
  throw new Error("The signing key was replaced under our hands, again and again");
}

/** The public keys by which ID tokens can be checked: the current one, and what was retired within a day. */
export async function publicKeys(deps: KeyDeps): Promise<JWK[]> {
  await currentSigner(deps);
  return (await publishedKeys(deps)).map(({ id, publicJwk }) => ({
    ...publicJwk,
    kid: id,
    use: "sig",
    alg: "RS256",
  }));
}

/**
 * Makes a new key the current one. The former stays published for a day. Its `kid`, and the new one's.
 * @throws ProductError `invalid-input` when another call was first.
 */
export async function rotateSigningKey(deps: KeyDeps): Promise<{ former: string; current: string }> {
  const { kid: former } = await currentSigner(deps);
  const current = await replace(deps, former);
  if (!current) {
    throw new ProductError(
      "invalid-input",
      "Somebody else rotated the key at this very moment: theirs signs now.",
    );
  }
  return { former, current };
}

/** When a key that was retired then is published no longer. */
export function publishedUntil(retiredAt: Date): Date {
  return after(retiredAt, PUBLISHED_AFTER_RETIREMENT_SECONDS);
}

/** What `/oauth/jwks` shows, the newest first. */
export function publishedKeys({ store, now }: KeyDeps): Promise<SigningKey[]> {
  return store.listSigningKeys(after(now(), -PUBLISHED_AFTER_RETIREMENT_SECONDS));
}

/** Null for a key that was sealed under another server secret. */
export function openKey({ secrets }: KeyDeps, { id, sealedKey }: SigningKey): Signer | null {
  const der = secrets.unseal(sealedKey);
  return (
    der && { kid: id, privateKey: createPrivateKey({ key: Buffer.from(der), format: "der", type: "pkcs8" }) }
  );
}

const underWay = new WeakMap<KeyDeps["store"], Promise<unknown>>();

/** Calls that come while a key is being made wait for that one: making one is a good second of work. */
function replaceOnce(deps: KeyDeps, formerId: string | null): Promise<unknown> {
  const { store } = deps;
  const making = underWay.get(store) ?? replace(deps, formerId).finally(() => underWay.delete(store));
  underWay.set(store, making);
  return making;
}

async function replace({ store, secrets, now }: KeyDeps, formerId: string | null): Promise<string | null> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: MODULUS_BITS });
  const publicJwk = publicKey.export({ format: "jwk" });
  const id = await calculateJwkThumbprint(publicJwk);
  const sealedKey = secrets.seal(privateKey.export({ format: "der", type: "pkcs8" }));
  const createdAt = now();
  const won = await store.replaceSigningKey({ id, publicJwk, sealedKey, createdAt }, formerId, createdAt);
  return won ? id : null;
}
