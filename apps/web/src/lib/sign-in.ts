/** Why nobody was signed in, by the sentence that says so in each language. */
export type SignInProblem =
  | "ours"
  | "unreachable"
  | "tooMany"
  | "emailTaken"
  | "wrong"
  | "emailInvalid"
  | "passwordShort"
  | "passwordLong"
  | "accountLocked"
  | "databaseAway"
  | "providerAway"
  | "wrongCode"
  | "tooLate"
  | "notFresh"
  | "tooManyPasskeys"
  | "passkeyUnknown"
  | "passkeyNotVerified"
  | "passkeyHere"
  | "passkeyAddress"
  | "passkeyFailed";

export interface SignInRefusal {
  kind: "refused";
  field: "email" | "password" | "code" | null;
  word: SignInProblem;
  /** How long to wait, where the refusal says so. */
  retryAfterSeconds?: number;
}

export type SignInAnswer =
  | { kind: "ok" }
  /** The password was right, and a code is needed as well. */
  | { kind: "second-step" }
  | SignInRefusal;

interface Refusal {
  code?: string;
}

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
    return refused(null, "unreachable");
  }
  if (response.ok) return { kind: "ok", response };
  const door = await readShutDoor(response);
  return door.code === SECOND_FACTOR_REQUIRED ? { kind: "second-step" } : explainShutDoor(door);
}

async function post(path: string, body: object): Promise<SignInAnswer> {
  const sent = await send(path, body);
  return sent.kind === "ok" ? { kind: "ok" } : sent;
}

const refused = (field: SignInRefusal["field"], word: SignInRefusal["word"]): SignInRefusal => ({
  ...{ kind: "refused", field, word },
});

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

/** A refusal, by what to say of it. */
export function explainShutDoor({ code, waitSeconds }: ShutDoor): SignInRefusal {
  if (code === TOO_MANY) {
    return { ...refused(null, "tooMany"), ...(waitSeconds && { retryAfterSeconds: waitSeconds }) };
  }
  if (code.startsWith("USER_ALREADY_EXISTS")) return refused("email", "emailTaken");
  switch (code) {
    case "INVALID_EMAIL_OR_PASSWORD":
      return refused("password", "wrong");
    case "INVALID_EMAIL":
      return refused("email", "emailInvalid");
    case "PASSWORD_TOO_SHORT":
      return refused("password", "passwordShort");
    case "PASSWORD_TOO_LONG":
      return refused("password", "passwordLong");
    case "ACCOUNT_LOCKED":
      return refused(null, "accountLocked");
    case "WRONG_CODE":
      return refused("code", "wrongCode");
    case "FIRST_FACTOR_REQUIRED":
      return refused(null, "tooLate");
    case "SESSION_NOT_FRESH":
      return refused(null, "notFresh");
    case "TOO_MANY_PASSKEYS":
      return refused(null, "tooManyPasskeys");
    case "PASSKEY_NOT_FOUND":
      return refused(null, "passkeyUnknown");
    case "PASSKEY_NOT_VERIFIED":
      return refused(null, "passkeyNotVerified");
    case "DATABASE_UNAVAILABLE":
      return refused(null, "databaseAway");
    case "IDENTITY_PROVIDER_UNAVAILABLE":
      return refused(null, "providerAway");
    default:
      return refused(null, "ours");
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
  return url ? { kind: "ok" } : refused(null, "ours");
}

export function signOut(): Promise<SignInAnswer> {
  return post("sign-out", {});
}
