import type { RefusedError } from "@alprina/cli-auth/client";

import { CliError } from "../exit";
import { looksLikeUserCode } from "./dashboard-code";

const again = "Start again: alprina login";

/** What the end of a login means here. What is not special to logins stays as it is. */
export function explainLogin(
  refusal: RefusedError,
  { server, code }: { server: string; code: string | undefined },
): Error {
  const settings = `${server}/settings/devices`;
  switch (refusal.code) {
    case "access_denied":
      // The server's sentence says by whom or by which rule.
      return new CliError(`${sentence(refusal)} Nothing was signed in.`, { exit: "denied", cause: refusal });
    case "expired_token":
      return new CliError("Nobody approved in time, and the code has expired. Nothing was signed in.", {
        hint: again,
        exit: "expired",
        cause: refusal,
      });
  }
  const codeRefused =
    refusal.status === 404 || (refusal.status === 400 && refusal.code !== "invalid_request");
  if (code !== undefined && codeRefused) {
    const hint = looksLikeUserCode(code)
      ? `A code of this form is what a terminal shows: type it in the browser, at ${server}/authorize.`
      : `Get a new code at ${settings}, or sign in without one: alprina login`;
    return new CliError(sentence(refusal), { hint, exit: "expired", cause: refusal });
  }
  if (refusal.status === 404 || refusal.code === "invalid_grant") {
    // Also what a poll reads whose predecessor got the key and lost it with the connection.
    return new CliError(`The server ended this login: ${sentence(refusal)}`, {
      hint: `If you approved it, its key got lost on the way: revoke it at ${settings}. ${again}`,
      exit: "expired",
      cause: refusal,
    });
  }
  return refusal;
}

function sentence({ message }: RefusedError): string {
  return message.replace(/\.?$/, ".");
}
