/** Die erste Seite. */
export default {
  description: "Melden Sie eine Kommandozeile mit Ihrem Browser an.",
  newcomer: {
    title: "Melden Sie Ihr Terminal mit Ihrem Browser an",
    lead: "Mit {app} meldet sich eine Kommandozeile in Ihrem Namen an. Sie sehen, welche fragt und von wo aus, und entscheiden. Ihr Passwort kommt nie ins Terminal.",
    enterCode: "Code eingeben",
    createAccount: "Konto anlegen",
    createAccountText: "Mit Name, E-Mail-Adresse und Passwort. Es dauert eine Minute, einmal.",
    signIn: "Anmelden",
    signInText: "Mit dem Konto, das Sie schon haben. Beim ersten Mal entsteht daraus hier ein Konto.",
    steps: "Wie es weitergeht",
    ask: "Im Terminal anfragen",
    askText: "Es gibt einen Code aus und öffnet diese Seite.",
    askTextCheckout:
      "Es gibt einen Code aus und öffnet diese Seite. Installiert heißt der Befehl „{command}“; aus dem Checkout:",
    compare: "Vergleichen, dann genehmigen",
    compareText:
      "Der Code hier muss der in Ihrem Terminal sein. Danach ist es angemeldet, bis Sie es widerrufen.",
    devices: "Ihre Geräte",
  },
  welcome: {
    hello: "Hallo, {name}",
    helloNobody: "Hallo",
    lead: "Sie sind hier angemeldet, als {email}. Nun Ihr Terminal.",
    enterCode: "Code eingeben",
    devices: "Ihre Geräte",
    steps: "Drei Wege weiter",
    signIn: "Ein Terminal anmelden",
    signInText: "Es gibt einen Code aus und öffnet die Seite, auf der Sie antworten.",
    signInTextCheckout:
      "Es gibt einen Code aus und öffnet die Seite, auf der Sie antworten. Installiert heißt der Befehl „{command}“; aus dem Checkout:",
    fromHere: "Oder von hier aus beginnen",
    fromHereText: "Für einen Rechner ohne Browser: Diese Seite gibt einen Code, und Sie geben ihn dort ein.",
    addDevice: "Gerät hinzufügen",
    see: "Sehen, wer angemeldet ist",
    seeText: "Jedes Terminal mit seiner letzten Verwendung. Benennen Sie es um, oder beenden Sie es sofort.",
  },
  developers:
    "Sie bauen eine Kommandozeile? <guides>Fügen Sie in zehn Minuten die Anmeldung hinzu</guides>, schlagen Sie <reference>jeden Aufruf</reference> nach, oder nehmen Sie das <openapi>OpenAPI-Dokument</openapi>.",
  picture: {
    terminal: "Ein Terminal: {command} gibt den Code {code} aus und wartet auf den Browser",
    browser: "Ein Browser: Er zeigt denselben Code, {code}, mit Ablehnen und Genehmigen",
    sameCode: "derselbe <br></br>Code",
    you: "Sie, in diesem Browser",
    question: "Melden Sie sich gerade selbst in einem Terminal an?",
    deny: "Ablehnen",
    approve: "Genehmigen",
  },
};
