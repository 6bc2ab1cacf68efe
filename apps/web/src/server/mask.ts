/** The forms in which what must not be logged could stand in a line. What is kept before it says what was there. */
const SECRETS: [RegExp, string][] = [
  // Keys (contract §2), whatever their prefix: 43 base62 characters; and 256-bit values in base64url.
  [/[A-Za-z0-9_-]{43,}/g, "[hidden]"],
  // JWTs, with or without their signature.
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g, "[hidden]"],
  // Authorization headers.
  [/\b(bearer|basic)\s+[^\s"',]+/gi, "$1 [hidden]"],
  // A session cookie and what else is ours.
  [/((?:__Host-)?alprina\.\w+=)[^\s;"',]+/g, "$1[hidden]"],
  // Parameters of a URL or a form, and fields of JSON, also of JSON inside JSON.
  [
    /((?:user_?code|device_?code|cli_?code|code_verifier|password|api_?key|token|secret)(?:=|%3D|\\*"\s*:\s*\\*"))[^&\s"'\\]+/gi,
    "$1[hidden]",
  ],
  // Only so: in JSON a `code` is mostly the number of an error.
  [/([?&]|%3F|%26)((?:code|state)(?:=|%3D))[^&\s"'\\%]+/gi, "$1$2[hidden]"],
  // A user code by itself: eight letters of its alphabet (RFC 8628 §6.1), with their dash.
  [/\b[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}\b/g, "[hidden]"],
];

/**
 * `text` without anything that has the form of a code, key, token, cookie or password. The last net under all that
 * is printed: what carries a secret is not handed to a log in the first place.
 */
export function mask(text: string): string {
  return SECRETS.reduce((masked, [pattern, instead]) => masked.replace(pattern, instead), text);
}
