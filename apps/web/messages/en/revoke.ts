/** What a link from a mail leads to. */
export default {
  tab: "Revoke a device",
  question: {
    title: "Was this you?",
    lead: "This device was signed in to your account. If that was not you, revoke it: its key stops working at once, and you need not sign in for that. If it was you, close this page.",
    failed:
      "That did not work, and it is our fault. Nothing was changed. Try again in a moment, or sign in and revoke it there.",
    button: "Revoke it, this wasn’t me",
  },
  sides: {
    terminal: "The terminal",
    browser: "The browser in which it was approved",
    someBrowser: "A browser",
    signedIn: "Signed in",
  },
  abilities: {
    title: "What it may do",
    until: "Until <time></time>, if nobody revokes it.",
  },
  outcome: {
    revoked: "Revoked. It is signed out",
    revokedLead: "The key of <b>{name}</b> works no more.",
    used: "This link has been used",
    usedLead: "It revoked <b>{name}</b>, whose key has not worked since <time></time>. A link works once.",
    paused: "From where it came, nobody can start to sign in until <time></time>.",
    elsewhere: "This device is revoked already",
    elsewhereLead:
      "The key of <b>{name}</b> has not worked since <time></time>. There is nothing more to do here.",
    expired: "This link has expired",
    expiredLead:
      "A link from a mail works for seven days. Nothing was changed by opening it. Sign in to see your devices, and revoke what you do not know.",
    unknown: "This link does not work",
    unknownLead:
      "Perhaps it was cut off on its way: open it from the mail once more, or copy all of it. Nothing was changed. You can always sign in and revoke a device there.",
    tooMany: "Too many tries",
    tooManyLead:
      "Too many links were opened from your network. Wait {wait}, then open yours again; or sign in and revoke the device there. Nothing was changed.",
    whatNow:
      "<b>What to do now:</b> change your password, and sign out everywhere. Whoever approved this device was signed in as you, and may still be.",
    settings: "Go to your settings",
    devices: "See your devices",
  },
} as const;
