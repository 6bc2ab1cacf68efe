/** Was nicht ging, und was dann zu tun ist. */
export default {
  ours: "Bei uns ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.",
  unreachable:
    "Wir erreichen den Server nicht. Prüfen Sie Ihre Verbindung und versuchen Sie es dann noch einmal. Es ist nichts verloren gegangen.",
  signedOut: "Sie sind abgemeldet.",
  signedOutReload: "Sie sind abgemeldet. Laden Sie diese Seite neu, um sich wieder anzumelden.",
  tooMany: "Zu viele Versuche. Warten Sie {wait} und versuchen Sie es dann noch einmal.",
  tooManyForNow: "Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es dann noch einmal.",
  databaseAway: "Der Server erreicht seine Datenbank nicht. Versuchen Sie es gleich noch einmal.",
  deviceGone: "Dieses Gerät gibt es nicht mehr.",
  signInTooOld:
    "Ihre Anmeldung liegt eine Weile zurück, und inzwischen könnte jemand anderes hier sitzen. Es wurde nichts genehmigt.",
  notCompared: "Vergleichen Sie zuerst den Code und setzen Sie dann das Häkchen.",
  accountLocked: "Dieses Konto ist gesperrt. Wenden Sie sich an den Betreiber dieses Servers.",
  anotherAccount: "Sie sind inzwischen mit einem anderen Konto angemeldet. Laden Sie die Seite neu.",
  notOurPage: "Diese Anfrage kam nicht von einer Seite dieses Servers.",
  nothingAllowed: "Erlauben Sie mindestens eine Sache, oder lehnen Sie die Anfrage ab.",
  lifetimeUnknown: "Wählen Sie eine der angebotenen Laufzeiten.",
  nameEmpty: "Ein Name braucht mindestens ein sichtbares Zeichen.",
  notAllowed: "Das dürfen Sie nicht.",
  personGone: "Diese Person gibt es hier nicht mehr.",
  signInAgain: "<link>Melden Sie sich erneut an</link>, um hier weiterzumachen.",
  signInForThis:
    "Dafür darf Ihre Anmeldung nicht lange zurückliegen. <link>Melden Sie sich erneut an</link> und kommen Sie dann hierher zurück.",
  page: {
    title: "Diese Seite wurde nicht geladen",
    output: "Keine Antwort",
    text: "Das liegt an uns, nicht an Ihnen; dadurch wurde nichts an- oder abgemeldet. Versuchen Sie es gleich noch einmal.",
    tell: "Bleibt es dabei, nennen Sie dem Betreiber dieses Servers diese Nummer: <code>{digest}</code>.",
    again: "Noch einmal versuchen",
  },
  notFound: {
    tab: "Nicht gefunden",
    output: "Keine solche Seite",
    title: "Hier ist nichts",
    text: "Die Adresse ist vielleicht vertippt oder veraltet. Hat ein Terminal Sie hierher geschickt? Dann geben Sie seinen Code ein.",
    enterCode: "Code eingeben",
    start: "Zur Startseite",
  },
};
