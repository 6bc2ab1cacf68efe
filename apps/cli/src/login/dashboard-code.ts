import { CliError } from "../exit";

/** The form of a code that a terminal shows: it belongs into the browser, and not here. */
const USER_CODE = /^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/i;

/**
 * What was typed after `--code`, if it can be one.
 * @throws {CliError} something else was pasted; the sentence says what to do with it.
 */
export function dashboardCode(input: string, server: string): string {
  const text = input.trim();
  const usage = { exit: "usage" } as const;
  if (/(^|_)sk_/.test(text)) {
    // Not quoted back: it would put the key on the screen.
    throw new CliError("That is an API key, not a dashboard code.", {
      ...usage,
      hint: "A key needs no login: set ALPRINA_API_KEY to it.",
    });
  }
  if (/^https?:\/\//i.test(text)) {
    throw new CliError("That is an address, not a dashboard code.", {
      ...usage,
      hint: "Open it in a browser. A server is named by --server.",
    });
  }
  if (!/^[A-Z0-9]{6,12}$/i.test(text.replace(/[\s-]/g, ""))) {
    throw new CliError("A dashboard code is 6 to 12 letters and digits, such as K7M2QX.", {
      ...usage,
      hint: `Get one at ${server}/settings/devices, or sign in without one: alprina login`,
    });
  }
  return text;
}

export const looksLikeUserCode = (code: string): boolean => USER_CODE.test(code.trim());
