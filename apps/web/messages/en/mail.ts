/** The mail about a new device. */
export default {
  subject: "New device on your {app} account: {name}",
  unnamed: "a terminal without a name",
  title: "A new device is signed in to your {app} account",
  wasYou: "If you just signed it in yourself, there is nothing to do.",
  wasNotYou: "If you did not, revoke it now. The page asks once more, and you need not sign in:",
  button: "Revoke it, this wasn’t me",
  facts: {
    name: "Name",
    key: "The key that it got",
    added: "Added",
    ends: "Ends",
    abilities: "It may",
  },
  hearsay:
    "The name, the system and the version are what the terminal says of itself. The addresses are what this server saw. Places and networks are by the lists of the NRO, RouteViews and DB-IP.com.",
  linkEnds: "The link works once, until {time}.",
  copyAddress: "If the button does nothing, copy this address:",
  allDevices: "All your devices:",
  why: "You get this mail because this address belongs to an account at {host}, which tells of every new device. It never sends codes or keys, and nobody there will ask you for one.",
} as const;
