/** The frame of every page, and the parts that stand on several. */
export default {
  header: {
    signIn: "Sign in",
    menuOf: "Account menu of {email}",
    menu: "Account",
    devices: "Devices",
    account: "Account",
    admin: "Admin",
    signOut: "Sign out",
  },
  footer: {
    more: "More",
    guides: "Guides",
    reference: "API reference",
    language: "Language",
  },
  appearance: { label: "Appearance", system: "As the system", light: "Light", dark: "Dark" },
  tabs: { label: "Settings", devices: "Devices", activity: "Activity", account: "Account" },
  copy: { command: "Copy command", copied: "Copied", refused: "Select and copy it yourself" },
  credit:
    "Places and networks are by the lists of the <nro>NRO</nro>, <routeviews>RouteViews</routeviews> and <dbip>DB-IP</dbip>, and can be wrong.",
  tooOld: {
    approve:
      "<b>You signed in a while ago,</b> and somebody else may sit here by now. <link>Sign in again</link> to approve, and you come back to this. To deny you need not.",
    connect:
      "<b>You signed in a while ago,</b> and somebody else may sit here by now. <link>Sign in again</link> to connect it, and you come back to this. To deny you need not.",
    addDevice:
      "<b>You signed in a while ago,</b> and somebody else may sit here by now. <link>Sign in again</link> to add a device, and you come back to this.",
    changePassword:
      "<b>You signed in a while ago,</b> and somebody else may sit here by now. <link>Sign in again</link> to change the password, and you come back to this.",
    addPasskey:
      "<b>You signed in a while ago,</b> and somebody else may sit here by now. <link>Sign in again</link> to add a passkey, and you come back to this.",
    changeThis:
      "<b>You signed in a while ago,</b> and somebody else may sit here by now. <link>Sign in again</link> to change this, and you come back to this.",
    deleteAccount:
      "<b>You signed in a while ago,</b> and somebody else may sit here by now. <link>Sign in again</link> to delete the account, and you come back to this.",
  },
  save: "Save",
  cancel: "Cancel",
  notifications: "Notifications",
  time: { justNow: "just now" },
  browserOn: "{browser} on {system}",
  serversComputer: "The server’s own computer",
  privateNetwork: "Private network",
} as const;
