/** Anmelden und Konto anlegen. */
export default {
  signIn: "Anmelden",
  signInAgain: "Erneut anmelden",
  signUp: "Konto anlegen",
  leadSignIn: "Um Terminals zu verbinden und zu sehen, welche verbunden sind.",
  leadSignUp: "Ihre Terminals melden sich in Ihrem Namen an, ohne Ihr Passwort je zu sehen.",
  leadCode: "Danach antworten Sie Ihrem Terminal. Sein Code bleibt erhalten: <b>{code}</b>",
  leadProgram: "Danach antworten Sie dem Programm, das Sie hierher geschickt hat.",
  leadTerminal: "Danach antworten Sie Ihrem Terminal.",
  again:
    "Sie haben sich vor einer Weile als <b>{email}</b> angemeldet. So stellen wir sicher, dass Sie es noch sind.",
  newHere: "Neu hier? <link>Konto anlegen</link>",
  haveOne: "Sie haben schon ein Konto? <link>Anmelden</link>",
  name: "Name",
  email: "E-Mail",
  password: "Passwort",
  passwordHint: "Mindestens {count, number} Zeichen.",
  showCharacters: "Zeichen anzeigen",
  hideCharacters: "Zeichen verbergen",
  createAccount: "Konto anlegen",
  continueWith: "Weiter mit {name}",
  or: "oder",
  firstSignIn: "Hier hat noch niemand ein Konto. Wer zuerst kommt, ist der Betreiber dieses Servers.",
  firstSignUp:
    "Hier hat noch niemand ein Konto. Sie sind die erste Person und werden der Betreiber dieses Servers sein.",
  usePasskey: "Passkey verwenden",
  code: "Code",
  secondStep: {
    tab: "Zweiter Schritt",
    title: "Noch ein Schritt",
    lead: "Ihr Passwort stimmt. Geben Sie die sechs Ziffern ein, die Ihre Authenticator-App zeigt.",
    noPhone:
      "Kein Telefon zur Hand? Ein Ersatzcode gilt hier auch, einmal. Haben Sie auch die verloren? Wenden Sie sich an den Betreiber dieses Servers.",
    as: "Sie melden sich als <b>{email}</b> an. <link>Von vorn beginnen</link>",
  },
  refused: {
    ours: "Bei uns ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.",
    unreachable:
      "Wir erreichen den Server nicht. Prüfen Sie Ihre Verbindung und versuchen Sie es dann noch einmal. Ihre Eingaben stehen noch hier.",
    tooMany: "Zu viele Versuche von hier aus. Warten Sie {wait} und versuchen Sie es dann noch einmal.",
    tooManyForNow:
      "Zu viele Versuche von hier aus. Warten Sie eine Minute und versuchen Sie es dann noch einmal.",
    emailTaken: "Mit dieser E-Mail-Adresse gibt es schon ein Konto.",
    wrong: "E-Mail oder Passwort ist falsch.",
    emailInvalid: "Das ist keine E-Mail-Adresse.",
    passwordShort: "Verwenden Sie mindestens 8 Zeichen.",
    passwordLong: "Verwenden Sie höchstens 128 Zeichen.",
    accountLocked: "Dieses Konto ist gesperrt. Wenden Sie sich an den Betreiber dieses Servers.",
    databaseAway: "Der Server erreicht seine Datenbank nicht. Versuchen Sie es gleich noch einmal.",
    providerAway: "Der Anmeldedienst antwortet nicht. Versuchen Sie es gleich noch einmal.",
    wrongCode: "Dieser Code stimmt nicht oder wurde schon verwendet.",
    tooLate: "Das hat zu lange gedauert. Beginnen Sie noch einmal mit Ihrem Passwort.",
    notFresh:
      "Ihre Anmeldung liegt eine Weile zurück. Melden Sie sich erneut an und kommen Sie dann hierher zurück.",
    tooManyPasskeys: "Sie haben 20 Passkeys. Entfernen Sie einen, den Sie nicht verwenden.",
    passkeyUnknown: "Dieser Passkey ist hier nicht bekannt. Vielleicht wurde er entfernt.",
    passkeyNotVerified: "Der Passkey muss mit Finger, Gesicht oder PIN geöffnet werden.",
    passkeyHere: "Auf diesem Gerät gibt es schon einen Passkey für Ihr Konto.",
    passkeyAddress:
      "Unter dieser Adresse funktionieren Passkeys nicht. Öffnen Sie den Server unter seinem eigenen Namen, mit https.",
    passkeyFailed: "Der Browser konnte hier keinen Passkey verwenden.",
  },
  provider: {
    denied: "Sie wurden nicht angemeldet: Die Anfrage wurde dort abgelehnt oder abgebrochen.",
    notLinked:
      "Mit dieser E-Mail-Adresse gibt es schon ein Konto, das auf anderem Weg angelegt wurde. Melden Sie sich auf diesem Weg an: Eine E-Mail-Adresse allein öffnet nie ein Konto.",
    accountLocked: "Dieses Konto ist gesperrt. Wenden Sie sich an den Betreiber dieses Servers.",
    noEmail:
      "Von dort kam keine E-Mail-Adresse zurück. Erlauben Sie, dass sie weitergegeben wird, und versuchen Sie es dann noch einmal.",
    tookTooLong:
      "Das hat zu lange gedauert oder in einem anderen Fenster begonnen. Versuchen Sie es von hier aus noch einmal.",
    failed: "Die Anmeldung dort hat nicht geklappt. Versuchen Sie es gleich noch einmal.",
  },
};
