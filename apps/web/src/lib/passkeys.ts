import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { send, type SignInAnswer } from "./sign-in";

/** `cancelled`: the person, or their browser, thought better of it, and there is nothing to say. */
export type PasskeyAnswer = SignInAnswer | { kind: "cancelled" };

/** Loaded when a passkey is wanted: most pages never need it. */
const library = () => import("@simplewebauthn/browser");

/** Whether this browser has passkeys at this address: on plain http there are none, but for localhost. */
export const hasPasskeys = (): boolean => typeof window.PublicKeyCredential === "function";

const KNOWN_HERE = "alprina.passkey";

/**
 * Whether to offer passkeys in the list that drops from a field: only in a browser that had one before. That offer
 * must be made when the page opens, and for everybody else opening a page should load and store nothing.
 */
export async function offersPasskeysInFields(): Promise<boolean> {
  if (!hasPasskeys() || !wasUsedHere()) return false;
  return (await library()).browserSupportsWebAuthnAutofill();
}

function wasUsedHere(): boolean {
  try {
    return localStorage.getItem(KNOWN_HERE) !== null;
  } catch {
    return false;
  }
}

function noteUsedHere(): void {
  try {
    localStorage.setItem(KNOWN_HERE, "used");
  } catch {
    // A browser that keeps nothing has the button.
  }
}

/** Makes a passkey on this device, or on one that the browser asks, and keeps its public half. */
export async function addPasskey(name: string): Promise<PasskeyAnswer> {
  const begun = await send("passkey/generate-register-options");
  if (begun.kind !== "ok") return begun;
  const optionsJSON = (await begun.response.json()) as PublicKeyCredentialCreationOptionsJSON;
  const { startRegistration } = await library();
  let response;
  try {
    response = await startRegistration({ optionsJSON });
  } catch (error) {
    return explain(error);
  }
  const kept = await send("passkey/verify-registration", { response, name });
  if (kept.kind !== "ok") return kept;
  noteUsedHere();
  return { kind: "ok" };
}

/**
 * Signs in by a passkey that the person picks: in a window of the browser's, or `inField`, in the list that drops from
 * the e-mail field, where it waits until somebody picks one.
 */
export async function signInByPasskey({ inField = false } = {}): Promise<PasskeyAnswer> {
  const begun = await send("passkey/generate-authenticate-options");
  if (begun.kind !== "ok") return begun;
  const options = (await begun.response.json()) as PublicKeyCredentialRequestOptionsJSON;
  // It stands for both factors, so its device must ask for a finger, a face or a PIN. The server insists.
  const optionsJSON = { ...options, userVerification: "required" as const };
  const { startAuthentication } = await library();
  let response;
  try {
    response = await startAuthentication({ optionsJSON, useBrowserAutofill: inField });
  } catch (error) {
    return explain(error);
  }
  const sent = await send("passkey/verify-authentication", { response });
  if (sent.kind !== "ok") return sent;
  noteUsedHere();
  return { kind: "ok" };
}

function explain(error: unknown): PasskeyAnswer {
  const name = error instanceof Error ? error.name : "";
  // Closed, run out, or another was begun. A browser says no more, so that a page learns nothing.
  if (name === "NotAllowedError" || name === "AbortError") return { kind: "cancelled" };
  const word =
    name === "InvalidStateError"
      ? "passkeyHere"
      : name === "SecurityError"
        ? "passkeyAddress"
        : "passkeyFailed";
  return { kind: "refused", field: null, word };
}
