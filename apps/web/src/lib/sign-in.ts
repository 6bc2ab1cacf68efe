import { duration } from "./dates";
import { ACCOUNT_LOCKED } from "./provider-error";

export type SignInAnswer =
  { kind: "ok" } | { kind: "refused"; field: "email" | "password" | null; message: string };

export type SignInRefusal = Extract<SignInAnswer, { kind: "refused" }>;

interface Refusal {
  code?: string;
  message?: string;
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
  return response.ok ? { kind: "ok", response } : explainSignIn(response);
}

async function post(path: string, body: object): Promise<SignInAnswer> {
  const sent = await send(path, body);
  return sent.kind === "ok" ? { kind: "ok" } : sent;
}

/** A refusal of better-auth's door, in words. */
export async function explainSignIn(response: Response): Promise<SignInRefusal> {
  const refusal = (await response.json().catch(() => ({}))) as Refusal;
  return { kind: "refused", ...explain(response, refusal) };
}

function explain(
  response: Response,
  { code = "" }: Refusal,
): { field: "email" | "password" | null; message: string } {
  if (response.status === 429) {
    const wait = Number(response.headers.get("retry-after") ?? response.headers.get("x-retry-after"));
    const when =
      wait > 0 ? `Wait ${duration(Math.ceil(wait))}, then try again.` : "Wait a minute, then try again.";
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
