import { duration } from "./dates";
import { ACCOUNT_LOCKED } from "./provider-error";

type Field = "email" | "password" | "code" | null;

export type SignInAnswer =
  | { kind: "ok" }
  /** The password was right, and a code is needed as well. */
  | { kind: "second-step" }
  | { kind: "refused"; field: Field; message: string };

export type SignInRefusal = Extract<SignInAnswer, { kind: "refused" }>;

interface Refusal {
  code?: string;
}

const FAILED =
  "We can’t reach the server. Check your connection, then try again. What you typed is still here.";

const OURS = "Something went wrong on our side. Try again in a moment.";

type Sent = { kind: "ok"; response: Response } | Exclude<SignInAnswer, { kind: "ok" }>;

/** better-auth's door, by hand: its client would be half of the page's script. */
export async function send(path: string, body?: object): Promise<Sent> {
  let response: Response;
  try {
    response = await fetch(
      `/api/auth/${path}`,
      body && {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      },
    );
  } catch {
    return { kind: "refused", field: null, message: FAILED };
  }
  if (response.ok) return { kind: "ok", response };
  const door = await readShutDoor(response);
  return door.code === SECOND_FACTOR_REQUIRED ? { kind: "second-step" } : explainShutDoor(door);
}

async function post(path: string, body: object): Promise<SignInAnswer> {
  const sent = await send(path, body);
  return sent.kind === "ok" ? { kind: "ok" } : sent;
}

/** Why better-auth's door stayed shut. Words are found for it where it is shown. */
export interface ShutDoor {
  code: string;
  /** How long to wait, where there is something to wait for. */
  waitSeconds: number | null;
}

const TOO_MANY = "TOO_MANY_REQUESTS";

/** The password was right, and a code is needed as well. */
export const SECOND_FACTOR_REQUIRED = "SECOND_FACTOR_REQUIRED";

/** Reads why a reply is a refusal. */
export async function readShutDoor(response: Response): Promise<ShutDoor> {
  const { code = "" } = (await response.json().catch(() => ({}))) as Refusal;
  if (response.status !== 429) return { code, waitSeconds: null };
  const wait = Number(response.headers.get("retry-after") ?? response.headers.get("x-retry-after"));
  return { code: TOO_MANY, waitSeconds: wait > 0 ? Math.ceil(wait) : null };
}

/** A refusal in words. */
export function explainShutDoor(door: ShutDoor): SignInRefusal {
  return { kind: "refused", ...explain(door) };
}

function explain({ code, waitSeconds }: ShutDoor): { field: Field; message: string } {
  if (code === TOO_MANY) {
    const when = waitSeconds
      ? `Wait ${duration(waitSeconds)}, then try again.`
      : "Wait a minute, then try again.";
    return { field: null, message: `Too many tries from here. ${when}` };
  }
  if (code.startsWith("USER_ALREADY_EXISTS")) {
    return { field: "email", message: "There is an account with this e-mail address already." };
  }
  switch (code) {
    case "INVALID_EMAIL_OR_PASSWORD":
      return { field: "password", message: "E-mail or password is wrong." };
    case "INVALID_EMAIL":
      return { field: "email", message: "This is not an e-mail address." };
    case "PASSWORD_TOO_SHORT":
      return { field: "password", message: "Use at least 8 characters." };
    case "PASSWORD_TOO_LONG":
      return { field: "password", message: "Use at most 128 characters." };
    case "ACCOUNT_LOCKED":
      return { field: null, message: ACCOUNT_LOCKED };
    case "WRONG_CODE":
      return { field: "code", message: "This code is not right, or was used before." };
    case "FIRST_FACTOR_REQUIRED":
      return { field: null, message: "That took too long. Start over with your password." };
    case "SESSION_NOT_FRESH":
      return { field: null, message: "You signed in a while ago. Sign in again, then come back to it." };
    case "TOO_MANY_PASSKEYS":
      return { field: null, message: "You have 20 passkeys. Remove one that you do not use." };
    case "PASSKEY_NOT_FOUND":
      return { field: null, message: "This passkey is not known here. It may have been removed." };
    case "PASSKEY_NOT_VERIFIED":
      return { field: null, message: "The passkey must be opened by a finger, a face or a PIN." };
    case "DATABASE_UNAVAILABLE":
      return { field: null, message: "The server can’t reach its database. Try again in a moment." };
    case "IDENTITY_PROVIDER_UNAVAILABLE":
      return { field: null, message: "The identity provider does not answer. Try again in a moment." };
    default:
      return { field: null, message: OURS };
  }
}

export function signIn(input: { email: string; password: string }): Promise<SignInAnswer> {
  return post("sign-in/email", input);
}

/** The code of the second factor, after the password. */
export function giveCode(input: { code: string }): Promise<SignInAnswer> {
  return post("sign-in/second-factor", input);
}

export function signUp(input: { name: string; email: string; password: string }): Promise<SignInAnswer> {
  return post("sign-up/email", input);
}

interface Elsewhere {
  next: string;
  page: string;
}

/** Leaves for an identity provider, which sends the person back to `next`, or to `page` when it does not work. */
export const signInElsewhere = (provider: string, to: Elsewhere) => leaveFor("sign-in/social", provider, to);

/** The same, to make the account there a way in to the one that is signed in here. */
export const linkElsewhere = (provider: string, to: Elsewhere) => leaveFor("link-social", provider, to);

async function leaveFor(path: string, provider: string, { next, page }: Elsewhere): Promise<SignInAnswer> {
  const { origin } = window.location;
  const sent = await send(path, {
    provider,
    callbackURL: origin + next,
    errorCallbackURL: origin + page,
    disableRedirect: true,
  });
  if (sent.kind !== "ok") return sent;
  const { url } = (await sent.response.json().catch(() => ({}))) as { url?: string };
  if (url) window.location.assign(url);
  return url ? { kind: "ok" } : { kind: "refused", field: null, message: OURS };
}

export function signOut(): Promise<SignInAnswer> {
  return post("sign-out", {});
}
