import { CliError } from "./exit";

/**
 * Looks for what was pasted in the wrong place, before anything quotes it back onto the screen or sends it anywhere.
 * @throws {CliError} it says what to do with it, and does not show it.
 */
export function checkArguments(words: readonly string[]): void {
  const at = words.findIndex((word) => /(^|=|_)sk_(live|test)_\w{8}/.test(word));
  if (at < 0) return;
  // `--code` has a sentence of its own.
  if (words[at - 1] === "--code" || words[at]?.startsWith("--code=")) return;
  throw new CliError(
    "One of the arguments is an API key. Other people can read arguments: it should be revoked.",
    {
      exit: "usage",
      hint: "A key goes into ALPRINA_API_KEY, and needs no login.",
    },
  );
}

/** A code that was typed without its option: `alprina login K7M2QX`. */
export function suggestionFor(words: readonly string[]): string | undefined {
  const code = words.find((word, at) => words[at - 1] === "login" && /^[A-Z0-9]{6,12}$/.test(word));
  return code === undefined ? undefined : `Did you mean alprina login --code ${code}?`;
}

/** Whether JSON is wanted, when the arguments could not even be read. */
export const wantsJson = (words: readonly string[]): boolean => words.includes("--json");
