/** The sentence that says why, in each language. */
export type ProviderProblem = "denied" | "notLinked" | "accountLocked" | "noEmail" | "tookTooLong" | "failed";

/**
 * Why the way back from an identity provider ended at /sign-in, by the word in `?error=`. The words are RFC 6749's
 * (§4.1.2.1) and better-auth's; what else stands in the address is anybody's to write and is not shown.
 */
export function explainProviderError(error: string | string[] | undefined): ProviderProblem | null {
  if (typeof error !== "string" || error === "") return null;
  switch (error) {
    case "access_denied":
      return "denied";
    case "account_not_linked":
      return "notLinked";
    case "ACCOUNT_LOCKED":
      return "accountLocked";
    case "email_not_found":
      return "noEmail";
    case "state_mismatch":
    case "state_not_found":
      return "tookTooLong";
    default:
      return "failed";
  }
}

/** The sentence that says why nothing was linked. */
export type LinkProblem = "denied" | "somebodyElses" | "signedOut" | "failed";

/** The same for somebody who wanted to link an account there to theirs, and came back to /settings/account. */
export function explainLinkError(error: string | string[] | undefined): LinkProblem | null {
  switch (error) {
    case "access_denied":
      return "denied";
    case "account_already_linked_to_different_user":
      return "somebodyElses";
    case "unable_to_link_account":
      return "signedOut";
    default:
      return explainProviderError(error) && "failed";
  }
}
