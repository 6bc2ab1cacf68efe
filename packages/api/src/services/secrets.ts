import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  randomInt,
  randomUUID,
  timingSafeEqual,
} from "node:crypto";
import { BACKUP_CODES, drawBackupCode, readBackupCode } from "../domain/backup-code";
import { drawApiKey, isApiKey, visibleStart } from "../domain/api-key";
import type { RandomInt } from "../domain/code";
import { drawDashboardCode } from "../domain/dashboard-code";
import { randomIntsFrom } from "../domain/random-stream";
import { drawUserCode } from "../domain/user-code";

type Digest = Uint8Array<ArrayBuffer>;

/** The one place where codes and keys are made and turned into what may be stored. */
export type Secrets = ReturnType<typeof createSecrets>;

const random: RandomInt = (bound) => randomInt(bound);
const SEAL_NONCE_BYTES = 12;
const SEAL_TAG_BYTES = 16;
// Enough for 37 characters of 62 by far: one byte in thirty-two is passed over.
const RENEWAL_BYTES = 256;
const HMAC_BYTES = 32;
const UUID_BYTES = 16;
const REVOCATION_BYTES = UUID_BYTES + 6 + HMAC_BYTES;
const sha256 = (text: string): Digest => new Uint8Array(hash("sha256", text, "buffer"));

/**
 * @param serverSecret at least 32 characters. Short codes are stored as HMACs under keys derived from it, so
 * that a stolen table cannot be searched for them; a key of its own for each kind keeps the kinds apart.
 */
export function createSecrets({
  serverSecret,
  apiKeyPrefix,
}: {
  serverSecret: string;
  apiKeyPrefix: string;
}) {
  const derive = (label: string) => Buffer.from(hkdfSync("sha256", serverSecret, "", `alprina ${label}`, 32));
  const hmac = (label: string) => {
    const key = derive(label);
    return (text: string): Digest => new Uint8Array(createHmac("sha256", key).update(text).digest());
  };
  const hmacUserCode = hmac("user code");
  const hmacDashboardCode = hmac("dashboard code");
  const hmacRevocation = hmac("revocation link");
  const hmacEmail = hmac("e-mail address");
  const hmacOfBackupCode = hmac("backup code");
  const hmacFirstFactor = hmac("first factor");
  /** Takes the ten characters alone, as `readBackupCode` gives them. */
  const hmacBackupCode = (personId: string, code: string) => hmacOfBackupCode(`${personId} ${code}`);
  const sealKey = derive("seal");
  const renewalKey = derive("renewal");
  const apiKeyOf = (draw: RandomInt) => {
    const apiKey = drawApiKey(apiKeyPrefix, draw);
    return { apiKey, keyHash: sha256(apiKey), visibleStart: visibleStart(apiKey, apiKeyPrefix) };
  };
  // `alprina_rt_live_` beside `alprina_sk_live_`, so that scanners and people tell the two apart.
  const refreshTokenPrefix = apiKeyPrefix.includes("sk_")
    ? apiKeyPrefix.replace("sk_", "rt_")
    : `${apiKeyPrefix}rt_`;
  const refreshTokenOf = (bytes: Buffer) => {
    const refreshToken = refreshTokenPrefix + bytes.toString("base64url");
    return { refreshToken, tokenHash: sha256(refreshToken) };
  };

  return {
    newId: () => randomUUID(),
    hashDeviceCode: sha256,
    hashApiKey: sha256,
    /** The hash of a device code or an API key in base64, as maps in memory have it. */
    memoryKeyOf: (secret: string) => hash("sha256", secret, "base64"),
    /** Takes the eight letters alone, as `readUserCode` gives them. */
    hmacUserCode,
    hmacDashboardCode,
    hmacBackupCode,
    hashToken: sha256,
    /** An e-mail address to count under, however it was typed. */
    emailSubject: (email: string) => Buffer.from(hmacEmail(email.trim().toLowerCase())).toString("base64url"),
    /** S256 of RFC 7636 §4.2. */
    challengeOf: (verifier: string) => createHash("sha256").update(verifier).digest("base64url"),
    equal: (a: Uint8Array, b: Uint8Array) => a.length === b.length && timingSafeEqual(a, b),
    looksLikeApiKey: (text: string) => isApiKey(text, apiKeyPrefix),

    mintDeviceCode() {
      const deviceCode = randomBytes(32).toString("base64url");
      return { deviceCode, deviceCodeHash: sha256(deviceCode) };
    },
    mintUserCode() {
      const userCode = drawUserCode(random);
      return { userCode, userCodeHmac: hmacUserCode(userCode.replace("-", "")) };
    },
    mintDashboardCode(length: number) {
      const code = drawDashboardCode(length, random);
      return { code, codeHmac: hmacDashboardCode(code) };
    },
    mintApiKey: () => apiKeyOf(random),
    mintAuthorizationCode() {
      const code = randomBytes(32).toString("base64url");
      return { code, codeHash: sha256(code) };
    },
    mintBackupCodes(personId: string) {
      const backupCodes = Array.from({ length: BACKUP_CODES }, () => drawBackupCode(random));
      const codeHmacs = backupCodes.map((code) => hmacBackupCode(personId, readBackupCode(code) ?? ""));
      return { backupCodes, codeHmacs };
    },
    mintClientSecret() {
      const clientSecret = randomBytes(32).toString("base64url");
      return { clientSecret, secretHash: sha256(clientSecret) };
    },
    mintRefreshToken: () => refreshTokenOf(randomBytes(32)),

    /**
     * What comes after `refreshToken`: always the same key and the same next token, so that the answer to a
     * token that was used can be given again without anything secret having been stored.
     */
    renewalOf(refreshToken: string) {
      const seed = createHmac("sha256", renewalKey).update(refreshToken).digest();
      const stream = Buffer.from(hkdfSync("sha256", seed, "", "key", RENEWAL_BYTES));
      const next = Buffer.from(hkdfSync("sha256", seed, "", "token", 32));
      return { ...apiKeyOf(randomIntsFrom(stream)), ...refreshTokenOf(next) };
    },

    /** What stands in a revocation link: a device and an end, signed. The same ones always give the same token. */
    signRevocation(deviceId: string, expiresAt: Date): string {
      const said = `${deviceId} ${Math.floor(expiresAt.getTime() / 1000)}`;
      return Buffer.concat([packRevocation(said), hmacRevocation(said)]).toString("base64url");
    },
    /** Null for anything that was not signed by this server in this form. An end in the past is still told. */
    readRevocation(token: string): { deviceId: string; expiresAt: Date } | null {
      const bytes = Buffer.from(token, "base64url");
      // One spelling alone: base64 has others for the same bytes.
      if (bytes.length !== REVOCATION_BYTES || bytes.toString("base64url") !== token) return null;
      const said = unpackRevocation(bytes);
      if (!timingSafeEqual(bytes.subarray(-HMAC_BYTES), hmacRevocation(said))) return null;
      const [deviceId = "", expires] = said.split(" ");
      return { deviceId, expiresAt: new Date(Number(expires) * 1000) };
    },

    /** Says under our signature that this person gave the password behind `passwordHash`, in a try begun then. */
    signFirstFactor(personId: string, begunAt: Date, passwordHash: string): string {
      const said = `${personId}.${begunAt.getTime()}`;
      const mac = Buffer.from(hmacFirstFactor(`${said}.${passwordHash}`)).toString("base64url");
      return `${said}.${mac}`;
    },
    /** What such a proof says; whether it is ours is known with the hash of that person's password. */
    readFirstFactor(proof: string) {
      const [, personId, begunAt, mac] = /^([\w-]{1,64})\.(\d{1,15})\.([\w-]{43})$/.exec(proof) ?? [];
      if (personId === undefined || begunAt === undefined || mac === undefined) return null;
      const isOf = (passwordHash: string) =>
        timingSafeEqual(
          Buffer.from(mac),
          Buffer.from(
            Buffer.from(hmacFirstFactor(`${personId}.${begunAt}.${passwordHash}`)).toString("base64url"),
          ),
        );
      return { personId, begunAt: new Date(Number(begunAt)), isOf };
    },

    /** Encrypts what must be read again, under a key that is not in the database. */
    seal(plain: Uint8Array): Digest {
      const nonce = randomBytes(SEAL_NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", sealKey, nonce);
      const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
      return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
    },
    /** Null for what was sealed under another secret. */
    unseal(sealed: Uint8Array): Uint8Array | null {
      const [nonceEnd, tagEnd] = [SEAL_NONCE_BYTES, SEAL_NONCE_BYTES + SEAL_TAG_BYTES];
      try {
        const decipher = createDecipheriv("aes-256-gcm", sealKey, sealed.subarray(0, nonceEnd));
        decipher.setAuthTag(sealed.subarray(nonceEnd, tagEnd));
        return Buffer.concat([decipher.update(sealed.subarray(tagEnd)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

/** `<uuid> <unix seconds>` in 22 bytes: a link in a mail should not be longer than it must. */
function packRevocation(said: string): Buffer {
  const [uuid = "", seconds] = said.split(" ");
  const end = Buffer.alloc(6);
  end.writeUIntBE(Number(seconds), 0, 6);
  return Buffer.concat([Buffer.from(uuid.replaceAll("-", ""), "hex"), end]);
}

function unpackRevocation(bytes: Buffer): string {
  const hex = bytes.toString("hex", 0, UUID_BYTES);
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  return `${uuid} ${bytes.readUIntBE(UUID_BYTES, 6)}`;
}
