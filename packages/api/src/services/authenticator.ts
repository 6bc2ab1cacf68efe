import { Secret, TOTP } from "otpauth";

/** RFC 4226 §4: 128 bits at least, 160 are advised. */
const SECRET_BYTES = 20;
export const CODE_DIGITS = 6;
const PERIOD_SECONDS = 30;
/** RFC 6238 §5.2: for clocks that differ and fingers that are slow, one step to either side. */
export const STEPS_TO_EITHER_SIDE = 1;

export const newAuthenticatorSecret = (): Uint8Array => new Secret({ size: SECRET_BYTES }).bytes;

const totpOf = (secret: Uint8Array, names: { issuer?: string; label?: string } = {}) =>
  new TOTP({
    ...names,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
    digits: CODE_DIGITS,
    period: PERIOD_SECONDS,
  });

/** What a person's app is told: as an address for its camera, and as letters to type. */
export function describeAuthenticator(secret: Uint8Array, names: { issuer: string; label: string }) {
  const totp = totpOf(secret, names);
  return { uri: totp.toString(), secret: totp.secret.base32 };
}

/** The time step whose code this is, of those that are taken at `now`; null for none of them. */
export function stepOfCode(secret: Uint8Array, typed: string, now: Date): number | null {
  const token = typed.replace(/\s/gu, "");
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token, timestamp, window: STEPS_TO_EITHER_SIDE });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}
