/** Why a login ended, for the person at the terminal. */
export function denialSentence(reason: string | null): string {
  switch (reason) {
    case "other-network":
      return "The login was denied: this server wants it approved from the network that the terminal is in.";
    case "disowned":
      return "The login was denied by somebody who did not start it.";
    default:
      return "The login was denied in the browser.";
  }
}
