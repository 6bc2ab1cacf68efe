import { createHash, createHmac, hkdfSync, randomBytes, randomInt, randomUUID } from "node:crypto";
import { drawApiKey, isApiKey, visibleStart } from "../domain/api-key";
import { drawDashboardCode } from "../domain/dashboard-code";
import { drawUserCode } from "../domain/user-code";

type Digest = Uint8Array<ArrayBuffer>;

/** The one place where codes and keys are made and turned into what may be stored. */
export type Secrets = ReturnType<typeof createSecrets>;

const random = (bound: number) => randomInt(bound);
const sha256 = (text: string): Digest => new Uint8Array(createHash("sha256").update(text).digest());

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
  const hmac = (label: string) => {
    const key = Buffer.from(hkdfSync("sha256", serverSecret, "", `alprina ${label}`, 32));
    return (text: string): Digest => new Uint8Array(createHmac("sha256", key).update(text).digest());
  };
  const hmacUserCode = hmac("user code");
  const hmacDashboardCode = hmac("dashboard code");

  return {
    newId: () => randomUUID(),
    hashDeviceCode: sha256,
    hashApiKey: sha256,
    /** Takes the eight letters alone, as `readUserCode` gives them. */
    hmacUserCode,
    hmacDashboardCode,
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
    mintApiKey() {
      const apiKey = drawApiKey(apiKeyPrefix, random);
      return { apiKey, keyHash: sha256(apiKey), visibleStart: visibleStart(apiKey, apiKeyPrefix) };
    },
  };
}
