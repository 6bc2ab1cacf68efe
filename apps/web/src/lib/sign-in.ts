import { duration } from "./dates";

export type SignInAnswer =
  { kind: "ok" } | { kind: "refused"; field: "email" | "password" | null; message: string };

interface Refusal {
  code?: string;
  message?: string;
}

const FAILED =
  "We can’t reach the server. Check your connection, then try again. What you typed is still here.";

/** better-auth's door, by hand: its client would be half of the page's script. */
async function post(path: string, body: object): Promise<SignInAnswer> {
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
  if (response.ok) return { kind: "ok" };
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
    default:
      return { field: null, message: "Something went wrong on our side. Try again in a moment." };
  }
}

export function signIn(input: { email: string; password: string }): Promise<SignInAnswer> {
  return post("sign-in/email", input);
}

export function signUp(input: { name: string; email: string; password: string }): Promise<SignInAnswer> {
  return post("sign-up/email", input);
}

export function signOut(): Promise<SignInAnswer> {
  return post("sign-out", {});
}
