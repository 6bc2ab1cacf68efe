/** Der Rahmen jeder Seite, und was auf mehreren steht. */
export default {
  header: {
    signIn: "Anmelden",
    menuOf: "Kontomenü von {email}",
    menu: "Konto",
    devices: "Geräte",
    account: "Konto",
    admin: "Verwaltung",
    signOut: "Abmelden",
  },
  footer: {
    more: "Mehr",
    guides: "Anleitungen",
    reference: "API-Referenz",
    language: "Sprache",
  },
  appearance: { label: "Darstellung", system: "Wie das System", light: "Hell", dark: "Dunkel" },
  tabs: { label: "Einstellungen", devices: "Geräte", activity: "Aktivität", account: "Konto" },
  copy: {
    command: "Befehl kopieren",
    copied: "Kopiert",
    refused: "Bitte selbst markieren und kopieren",
  },
  credit:
    "Orte und Netze stammen aus den Listen von <nro>NRO</nro>, <routeviews>RouteViews</routeviews> und <dbip>DB-IP</dbip> und können falsch sein.",
  tooOld: {
    approve:
      "<b>Ihre Anmeldung liegt eine Weile zurück,</b> und inzwischen könnte jemand anderes hier sitzen. <link>Melden Sie sich erneut an</link>, um zu genehmigen; danach kommen Sie hierher zurück. Zum Ablehnen ist das nicht nötig.",
    connect:
      "<b>Ihre Anmeldung liegt eine Weile zurück,</b> und inzwischen könnte jemand anderes hier sitzen. <link>Melden Sie sich erneut an</link>, um es zu verbinden; danach kommen Sie hierher zurück. Zum Ablehnen ist das nicht nötig.",
    addDevice:
      "<b>Ihre Anmeldung liegt eine Weile zurück,</b> und inzwischen könnte jemand anderes hier sitzen. <link>Melden Sie sich erneut an</link>, um ein Gerät hinzuzufügen; danach kommen Sie hierher zurück.",
    changePassword:
      "<b>Ihre Anmeldung liegt eine Weile zurück,</b> und inzwischen könnte jemand anderes hier sitzen. <link>Melden Sie sich erneut an</link>, um das Passwort zu ändern; danach kommen Sie hierher zurück.",
    addPasskey:
      "<b>Ihre Anmeldung liegt eine Weile zurück,</b> und inzwischen könnte jemand anderes hier sitzen. <link>Melden Sie sich erneut an</link>, um einen Passkey hinzuzufügen; danach kommen Sie hierher zurück.",
    changeThis:
      "<b>Ihre Anmeldung liegt eine Weile zurück,</b> und inzwischen könnte jemand anderes hier sitzen. <link>Melden Sie sich erneut an</link>, um das zu ändern; danach kommen Sie hierher zurück.",
    deleteAccount:
      "<b>Ihre Anmeldung liegt eine Weile zurück,</b> und inzwischen könnte jemand anderes hier sitzen. <link>Melden Sie sich erneut an</link>, um das Konto zu löschen; danach kommen Sie hierher zurück.",
  },
  save: "Speichern",
  cancel: "Abbrechen",
  notifications: "Benachrichtigungen",
  time: { justNow: "gerade eben" },
  browserOn: "{browser} unter {system}",
  serversComputer: "Der Rechner des Servers selbst",
  privateNetwork: "Privates Netz",
};
