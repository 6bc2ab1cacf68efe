/** The way from a code to a decision, and the question of a program with a browser beside it. */
export default {
  tab: "Connect a terminal",
  description: "See who asks to sign in as you, and decide.",
  tabProgram: "Sign a program in",
  enter: {
    title: "Enter the code from your terminal",
    lead: "Eight letters. On the next page you see who asks, before anything is signed in.",
    cameWithLink:
      "<b>This code came with the link.</b> Compare it with your terminal, letter for letter. If you have no terminal that waits, close this page.",
    code: "Code",
    hint: "Capital or small letters; the dash comes by itself.",
    nothing: "Type the code first.",
    some: "A code has eight letters; here are {count, number}.",
    continue: "Continue",
    whereTitle: "Where the code is",
    where:
      "In the terminal in which you typed <code>{command}</code>. It works for 15 minutes. If somebody sent you a code, do not enter it: they would be signed in as you.",
    picture: "A terminal that shows a code",
  },
  review: {
    title: "Is this you, signing in from a terminal?",
    onlyIfTyped: "Approve only if you just typed <b>{what}</b> yourself.",
    onlyIfStarted: "Approve only if you just started <b>{what}</b> yourself.",
    nobodyElse: "Nobody else should ever send you this code.",
    asksCompare: "asks with this code. Compare it with your terminal’s, letter for letter.",
    asks: "asks with this code.",
    compared: "My terminal shows this code",
    hearsay:
      "Name, system and client are what the terminal says of itself. The address is where its request came from.",
    risk: "If somebody sent you this code or asked you to enter it, this is how accounts are stolen: deny.",
    keep: "Keep this terminal signed in for",
  },
  consent: {
    title: "Is this you, signing a program in?",
    onlyIfTyped: "Approve only if you just typed <b>{what}</b> yourself, just now, on this computer.",
    onlyIfStarted: "Approve only if you just started <b>{what}</b> yourself, just now, on this computer.",
    sentLink: "If somebody sent you a link to this page, deny.",
    asks: "asks to sign in as <b>{email}</b>",
    hearsay: "Name, system and version are what the program says of itself.",
    keep: "Keep this program signed in for",
    goesBackProgram:
      "Either way this page then goes back to <b>the program on this computer ({address})</b>.",
    goesBackApp: "Either way this page then goes back to <b>the app on this device ({address})</b>.",
    goesBackSite: "Either way this page then goes back to <b>{address}</b>.",
  },
  sides: {
    terminal: "The terminal that asks",
    program: "The program that asks",
    browser: "You, in this browser",
    namelessTerminal: "A terminal without a name",
    someProgram: "A program on this computer",
    someApp: "An app on this device",
    someSite: "A web site",
  },
  facts: {
    system: "System",
    browser: "Browser",
    client: "Client",
    account: "Account",
    place: "Place",
    network: "Network",
    address: "Address",
    asked: "Asked",
    listensAt: "Listens at",
    returnsTo: "Returns to",
    notSaid: "not said",
    unknown: "not known",
    privateNetwork: "a private network",
    thisComputer: "this computer",
    serversComputer: "the server’s own computer",
  },
  line: {
    sameComputer: "same <br></br>computer",
    sameNetwork: "same <br></br>network",
    farApart: "far <br></br>apart",
    differentNetwork: "different <br></br>network",
  },
  warning: {
    elsewhereTitle: "This server lets nobody approve from here.",
    elsewhereDifferent:
      "You can approve only from the network that the terminal is in, and this browser is in another one. If it is your terminal, open this page on a device beside it.",
    elsewhereUnknown:
      "You can approve only from the network that the terminal is in, and this browser is not known to be. If it is your terminal, open this page on a device beside it.",
    farTitle: "The terminal is far from you.",
    far: "It is in another country ({terminal}) than this browser ({browser}). That is as it should be only if you work on a machine there, or through a VPN.",
    otherNetworkTitle: "The terminal is in another network than you.",
    otherNetwork:
      "That is as it should be if it is on another machine, such as a server, or if one of the two is on mobile data or a VPN.",
  },
  scopes: {
    title: "What it will be able to do",
    untick: "· untick what it should not",
    openid: { title: "Know who you are", says: "It learns which account of this server is yours." },
    profile: { title: "Your name", says: "It reads the name in your account." },
    email: { title: "Your e-mail address", says: "It reads your address, and whether it is confirmed." },
    "devices:read": {
      title: "See your devices",
      says: "It lists every terminal that is signed in as you.",
    },
    "devices:write": {
      title: "Manage your devices",
      says: "It renames your devices and signs them out. It cannot add one.",
    },
    offline_access: {
      title: "Stay signed in",
      says: "It renews its key by itself, until you revoke it or its time is over.",
    },
  },
  decide: {
    deny: "Deny",
    approve: "Approve",
    disown: "This wasn’t me",
    codeEnds: "Code ends in <time></time>",
    canEnd: "You can end it any time under Settings, Devices.",
    notCompared: "Compare the code first, then tick the box.",
    allowsNothing: "Allow at least one thing, or deny.",
    signInFirst: "To approve, sign in again.",
  },
  leaving: {
    approved: "Approved. Returning to {name}…",
    denied: "Denied. Returning to {name}…",
    program:
      "This page goes back to the program on this computer ({address}). If your browser says that it cannot open it, the program has stopped waiting: start again there.",
    app: "This page goes back to the app on this device ({address}). If your browser says that it cannot open it, the program has stopped waiting: start again there.",
    site: "This page goes back to {address}. If your browser says that it cannot open it, the program has stopped waiting: start again there.",
    close: "You can close this page.",
  },
  answered: {
    approved: "You already approved this",
    denied: "You already denied this",
    lead: "The answer went back to <b>{name}</b>, and counts once. If the program does not go on, start again there.",
  },
  unusable: {
    output: "Refused",
    title: "This link cannot be used",
    damaged: "The link is damaged, or too long.",
    noClient: "The link does not say which program asks.",
    unknownClient: "The program that asks is not registered here.",
    noReturn: "The link does not say where to return to.",
    otherReturn: "The address to return to is not one that this program registered.",
    text: "Nothing was signed in, and you were sent nowhere. If a program opened this page, start again there, or tell whoever makes it. If somebody sent you the link, leave it.",
    start: "Go to the start",
  },
  outcome: {
    yourTerminal: "Your terminal",
    approvedSlow: "Approved, but your terminal has not come back",
    approvedSlowLead:
      "If it does not wait any more, start again there. Nothing is signed in by this code once it ends.",
    approved: "Approved. Your terminal goes on…",
    approvedLead: "<b>{device}</b> takes its key by itself, as <b>{email}</b>.",
    approvedBefore: "You already approved this code",
    approvedBeforeLead: "Your terminal goes on by itself. If it does not wait any more, start again there:",
    denied: "Denied. Nothing was signed in",
    deniedLead:
      "The terminal has been told, and the code is of no more use. If somebody sent you that code, they were trying to sign in as you: do not enter another one from them.",
    deniedBefore: "You already denied this code",
    deniedBeforeLead:
      "That is final, and nothing was signed in. If it was a mistake, get a new code in your terminal:",
    disowned: "Denied. Thank you for saying so",
    disownedLead:
      "Nothing was signed in, and the code opens nothing any more. It is written down in your account.",
    disownedPaused: "The address that asked, <b>{address}</b>, can start no login here for {time}.",
    disownedPausedAt:
      "The address that asked, <b>{address}</b> ({place}), can start no login here for {time}.",
    otherNetwork: "Not from this network",
    otherNetworkLead:
      "This server lets nobody approve a terminal from another network than the terminal’s. Nothing was signed in. If it is your terminal, open this page on a device beside it and enter the code there.",
    redeemed: "Your terminal is signed in",
    redeemedLead:
      "<b>{device}</b> has its key, and works as <b>{email}</b>. You can close this page and go on there.",
    redeemedBefore: "This code has already been used",
    redeemedBeforeLead:
      "A code works once, and a terminal was signed in with this one. If that was not you, revoke it under Devices.",
    expired: "This code has expired",
    expiredLead: "Nothing was signed in. Get a new code in your terminal:",
    unknown: "We don’t know this code",
    unknownLead:
      "Compare it with your terminal, letter for letter. If it is right, it is too old or from another server; get a new one:",
    taken: "Another account has this code",
    takenLead:
      "Somebody opened it first, with another account than yours (<b>{email}</b>). If that was you, answer there. If not, they have seen your code: leave it, and get a new one in your terminal:",
    worriedCode:
      "If somebody sent you the code, they tried to sign in as you: enter no other one from them, and tell whoever runs this server.",
    worriedBefore:
      "If you think that they got in before, look through your devices and revoke what you do not know, or sign out everywhere and choose a new password.",
    correct: "Correct the code",
    another: "Enter another code",
    devices: "See your devices",
    signOutEverywhere: "Sign out everywhere",
  },
} as const;
