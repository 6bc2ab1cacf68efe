import { duration } from "./dates";
import { ACCOUNT_LOCKED } from "./provider-error";

export type SignInAnswer =
  { kind: "ok" } | { kind: "refused"; field: "email" | "password" | null; message: string };

export type SignInRefusal = Extract<SignInAnswer, { kind: "refused" }>;

interface Refusal {
  code?: string;
}

const FAILED =
  "We can’t reach the server. Check your connection, then try again. What you typed is still here.";

const OURS = "Something went wrong on our side. Try again in a moment.";

type Sent = { kind: "ok"; response: Response } | SignInRefusal;

/** better-auth's door, by hand: its client would be half of the page's script. */
async function send(path: string, body: object): Promise<Sent> {
  let response: Response;
  try {
    response = await fetch(`/api/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return { kind: "refused", field: null, message: FAILED };
  }
  return response.ok ? { kind: "ok", response } : explainShutDoor(await readShutDoor(response));
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

function explain({ code, waitSeconds }: ShutDoor): { field: "email" | "password" | null; message: string } {
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
    case "IDENTITY_PROVIDER_UNAVAILABLE":
      return { field: null, message: "The identity provider does not answer. Try again in a moment." };
    default:
      return { field: null, message: OURS };
  }
}

export function signIn(input: { email: string; password: string }): Promise<SignInAnswer> {
  return post("sign-in/email", input);
}

export function signUp(input: { name: string; email: string; password: string }): Promise<SignInAnswer> {
  return post("sign-up/email", input);
}

/** Leaves for an identity provider, which sends the person back to `next`, or to `page` when it does not work. */
export async function signInElsewhere(
  provider: string,
  { next, page }: { next: string; page: string },
): Promise<SignInAnswer> {
  const { origin } = window.location;
  const sent = await send("sign-in/social", {
    provider,
    callbackURL: origin + next,
    errorCallbackURL: origin + page,
    disableRedirect: true,
  });
  if (sent.kind === "refused") return sent;
  const { url } = (await sent.response.json().catch(() => ({}))) as { url?: string };
  if (url) window.location.assign(url);
  return url ? { kind: "ok" } : { kind: "refused", field: null, message: OURS };
}

export function signOut(): Promise<SignInAnswer> {
  return post("sign-out", {});
}
