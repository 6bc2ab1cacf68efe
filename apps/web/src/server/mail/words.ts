import type { AlertMail } from "@alprina/api";
import { cleanText } from "@alprina/api/domain/text";
import { utcTime } from "./facts";

/** What a mail about a new device says, for its two forms. */
export function wordsOf(mail: AlertMail, appName: string) {
  const name = cleanText(mail.device.name) ?? "a terminal without a name";
  return {
    name,
    // An encoded word (RFC 2047) is read by mail programs, and may hold line ends: this one stays letters.
    subject: `New device on your ${appName} account: ${name}`.replaceAll("=?", "= ?"),
    title: `A new device is signed in to your ${appName} account`,
    wasYou: "If you just signed it in yourself, there is nothing to do.",
    wasNotYou: "If you did not, revoke it now. The page asks once more, and you need not sign in:",
    button: "Revoke it, this wasn’t me",
    hearsay:
      "The name, the system and the version are what the terminal says of itself. The addresses are what this server saw. Places and networks are by the lists of the NRO, RouteViews and DB-IP.com.",
    linkEnds: `The link works once, until ${utcTime(mail.linkExpiresAt)}.`,
    allDevices: "All your devices:",
    why: `You get this mail because this address belongs to an account at ${new URL(mail.devicesUrl).host}, which tells of every new device. It never sends codes or keys, and nobody there will ask you for one.`,
  };
}
