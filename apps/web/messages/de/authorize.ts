/** Der Weg von einem Code zur Entscheidung, und die Frage eines Programms neben dem Browser. */
export default {
  tab: "Terminal verbinden",
  description: "Sehen Sie, wer sich als Sie anmelden will, und entscheiden Sie.",
  tabProgram: "Programm anmelden",
  enter: {
    title: "Geben Sie den Code aus Ihrem Terminal ein",
    lead: "Acht Buchstaben. Auf der nächsten Seite sehen Sie, wer fragt, bevor irgendetwas angemeldet wird.",
    cameWithLink:
      "<b>Dieser Code kam mit dem Link.</b> Vergleichen Sie ihn Buchstabe für Buchstabe mit Ihrem Terminal. Wenn bei Ihnen kein Terminal wartet, schließen Sie diese Seite.",
    code: "Code",
    hint: "Groß- oder Kleinbuchstaben; der Strich kommt von selbst.",
    nothing: "Geben Sie zuerst den Code ein.",
    some: "{count, plural, one {Ein Code hat acht Buchstaben; hier ist #.} other {Ein Code hat acht Buchstaben; hier sind #.}}",
    continue: "Weiter",
    whereTitle: "Wo der Code steht",
    where:
      "In dem Terminal, in dem Sie <code>{command}</code> eingegeben haben. Er gilt 15 Minuten. Hat Ihnen jemand einen Code geschickt, geben Sie ihn nicht ein: Diese Person wäre dann als Sie angemeldet.",
    picture: "Ein Terminal, das einen Code zeigt",
  },
  review: {
    title: "Melden Sie sich gerade selbst in einem Terminal an?",
    onlyIfTyped: "Genehmigen Sie nur, wenn Sie selbst gerade <b>{what}</b> eingegeben haben.",
    onlyIfStarted: "Genehmigen Sie nur, wenn Sie selbst gerade <b>{what}</b> gestartet haben.",
    nobodyElse: "Niemand sonst sollte Ihnen diesen Code je schicken.",
    asksCompare:
      "fragt mit diesem Code. Vergleichen Sie ihn Buchstabe für Buchstabe mit dem in Ihrem Terminal.",
    asks: "fragt mit diesem Code.",
    compared: "Mein Terminal zeigt diesen Code",
    hearsay:
      "Name, System und Client sind das, was das Terminal über sich selbst sagt. Die Adresse ist die, von der seine Anfrage kam.",
    risk: "Wenn Ihnen jemand diesen Code geschickt oder Sie gebeten hat, ihn einzugeben: So werden Konten gestohlen. Lehnen Sie ab.",
    keep: "Dieses Terminal angemeldet lassen für",
  },
  consent: {
    title: "Melden Sie gerade selbst ein Programm an?",
    onlyIfTyped:
      "Genehmigen Sie nur, wenn Sie selbst gerade eben auf diesem Computer <b>{what}</b> eingegeben haben.",
    onlyIfStarted:
      "Genehmigen Sie nur, wenn Sie selbst gerade eben auf diesem Computer <b>{what}</b> gestartet haben.",
    sentLink: "Hat Ihnen jemand einen Link zu dieser Seite geschickt, lehnen Sie ab.",
    asks: "möchte sich als <b>{email}</b> anmelden",
    hearsay: "Name, System und Version sind das, was das Programm über sich selbst sagt.",
    keep: "Dieses Programm angemeldet lassen für",
    goesBackProgram:
      "In beiden Fällen kehrt diese Seite danach zurück zu: <b>dem Programm auf diesem Computer ({address})</b>.",
    goesBackApp:
      "In beiden Fällen kehrt diese Seite danach zurück zu: <b>der App auf diesem Gerät ({address})</b>.",
    goesBackSite: "In beiden Fällen kehrt diese Seite danach zurück zu: <b>{address}</b>.",
  },
  sides: {
    terminal: "Das Terminal, das fragt",
    program: "Das Programm, das fragt",
    browser: "Sie, in diesem Browser",
    namelessTerminal: "Ein Terminal ohne Namen",
    someProgram: "Ein Programm auf diesem Computer",
    someApp: "Eine App auf diesem Gerät",
    someSite: "Eine Website",
  },
  facts: {
    system: "System",
    browser: "Browser",
    client: "Client",
    account: "Konto",
    place: "Ort",
    network: "Netz",
    address: "Adresse",
    asked: "Gefragt",
    listensAt: "Wartet unter",
    returnsTo: "Zurück zu",
    notSaid: "nicht angegeben",
    unknown: "nicht bekannt",
    privateNetwork: "ein privates Netz",
    thisComputer: "dieser Computer",
    serversComputer: "der Rechner des Servers",
  },
  line: {
    sameComputer: "derselbe <br></br>Computer",
    sameNetwork: "dasselbe <br></br>Netz",
    farApart: "weit <br></br>entfernt",
    differentNetwork: "anderes <br></br>Netz",
  },
  warning: {
    elsewhereTitle: "Dieser Server lässt von hier aus niemanden genehmigen.",
    elsewhereDifferent:
      "Sie können nur aus dem Netz genehmigen, in dem auch das Terminal ist, und dieser Browser ist in einem anderen. Wenn es Ihr Terminal ist, öffnen Sie diese Seite auf einem Gerät daneben.",
    elsewhereUnknown:
      "Sie können nur aus dem Netz genehmigen, in dem auch das Terminal ist, und von diesem Browser ist das nicht bekannt. Wenn es Ihr Terminal ist, öffnen Sie diese Seite auf einem Gerät daneben.",
    farTitle: "Das Terminal ist weit von Ihnen entfernt.",
    far: "Es ist in einem anderen Land ({terminal}) als dieser Browser ({browser}). Das ist nur dann in Ordnung, wenn Sie auf einem Rechner dort oder über ein VPN arbeiten.",
    otherNetworkTitle: "Das Terminal ist in einem anderen Netz als Sie.",
    otherNetwork:
      "Das ist in Ordnung, wenn es auf einem anderen Rechner läuft, etwa einem Server, oder wenn eine der beiden Seiten mobile Daten oder ein VPN nutzt.",
  },
  scopes: {
    title: "Was es tun darf",
    untick: "· entfernen Sie das Häkchen bei allem, was es nicht darf",
    openid: {
      title: "Wissen, wer Sie sind",
      says: "Es erfährt, welches Konto dieses Servers Ihres ist.",
    },
    profile: { title: "Ihr Name", says: "Es liest den Namen in Ihrem Konto." },
    email: {
      title: "Ihre E-Mail-Adresse",
      says: "Es liest Ihre Adresse und ob sie bestätigt ist.",
    },
    "devices:read": {
      title: "Ihre Geräte sehen",
      says: "Es listet jedes Terminal auf, das als Sie angemeldet ist.",
    },
    "devices:write": {
      title: "Ihre Geräte verwalten",
      says: "Es benennt Ihre Geräte um und meldet sie ab. Hinzufügen kann es keines.",
    },
    offline_access: {
      title: "Angemeldet bleiben",
      says: "Es erneuert seinen Schlüssel selbst, bis Sie ihn widerrufen oder seine Zeit um ist.",
    },
  },
  decide: {
    deny: "Ablehnen",
    approve: "Genehmigen",
    disown: "Das war ich nicht",
    codeEnds: "Code endet in <time></time>",
    canEnd: "Beenden können Sie das jederzeit unter Einstellungen, Geräte.",
    notCompared: "Vergleichen Sie zuerst den Code und setzen Sie dann das Häkchen.",
    allowsNothing: "Erlauben Sie mindestens eine Sache, oder lehnen Sie ab.",
    signInFirst: "Um zu genehmigen, melden Sie sich erneut an.",
  },
  leaving: {
    approved: "Genehmigt. Zurück zu {name} …",
    denied: "Abgelehnt. Zurück zu {name} …",
    program:
      "Diese Seite kehrt zum Programm auf diesem Computer zurück ({address}). Sagt Ihr Browser, dass er sie nicht öffnen kann, wartet das Programm nicht mehr: Beginnen Sie dort neu.",
    app: "Diese Seite kehrt zur App auf diesem Gerät zurück ({address}). Sagt Ihr Browser, dass er sie nicht öffnen kann, wartet das Programm nicht mehr: Beginnen Sie dort neu.",
    site: "Diese Seite kehrt zu {address} zurück. Sagt Ihr Browser, dass er sie nicht öffnen kann, wartet das Programm nicht mehr: Beginnen Sie dort neu.",
    close: "Sie können diese Seite schließen.",
  },
  answered: {
    approved: "Sie haben das schon genehmigt",
    denied: "Sie haben das schon abgelehnt",
    lead: "Die Antwort ging an <b>{name}</b> zurück und zählt einmal. Macht das Programm nicht weiter, beginnen Sie dort neu.",
  },
  unusable: {
    output: "Abgelehnt",
    title: "Dieser Link kann nicht verwendet werden",
    damaged: "Der Link ist beschädigt oder zu lang.",
    noClient: "Der Link sagt nicht, welches Programm fragt.",
    unknownClient: "Das Programm, das fragt, ist hier nicht registriert.",
    noReturn: "Der Link sagt nicht, wohin es zurückgehen soll.",
    otherReturn: "Die Adresse, zu der es zurückgehen soll, hat dieses Programm nicht registriert.",
    text: "Es wurde nichts angemeldet, und Sie wurden nirgendwohin weitergeleitet. Hat ein Programm diese Seite geöffnet, beginnen Sie dort neu oder sagen Sie es denen, die es herstellen. Hat Ihnen jemand den Link geschickt, lassen Sie ihn liegen.",
    start: "Zur Startseite",
  },
  outcome: {
    yourTerminal: "Ihr Terminal",
    approvedSlow: "Genehmigt, aber Ihr Terminal hat sich nicht gemeldet",
    approvedSlowLead:
      "Wartet es nicht mehr, beginnen Sie dort neu. Ist der Code einmal abgelaufen, wird mit ihm nichts mehr angemeldet.",
    approved: "Genehmigt. Ihr Terminal macht weiter …",
    approvedLead: "<b>{device}</b> holt seinen Schlüssel von selbst ab, als <b>{email}</b>.",
    approvedBefore: "Sie haben diesen Code schon genehmigt",
    approvedBeforeLead: "Ihr Terminal macht von selbst weiter. Wartet es nicht mehr, beginnen Sie dort neu:",
    denied: "Abgelehnt. Es wurde nichts angemeldet",
    deniedLead:
      "Das Terminal weiß Bescheid, und der Code ist nutzlos. Hat Ihnen jemand diesen Code geschickt, wollte er sich als Sie anmelden: Geben Sie keinen weiteren von ihm ein.",
    deniedBefore: "Sie haben diesen Code schon abgelehnt",
    deniedBeforeLead:
      "Das ist endgültig, und es wurde nichts angemeldet. War es ein Versehen, holen Sie in Ihrem Terminal einen neuen Code:",
    disowned: "Abgelehnt. Danke, dass Sie es sagen",
    disownedLead:
      "Es wurde nichts angemeldet, und der Code öffnet nichts mehr. In Ihrem Konto ist es festgehalten.",
    disownedPaused:
      "Die Adresse, die gefragt hat, <b>{address}</b>, kann hier keine Anmeldung beginnen, und zwar für {time}.",
    disownedPausedAt:
      "Die Adresse, die gefragt hat, <b>{address}</b> ({place}), kann hier keine Anmeldung beginnen, und zwar für {time}.",
    otherNetwork: "Nicht aus diesem Netz",
    otherNetworkLead:
      "Auf diesem Server kann niemand ein Terminal aus einem anderen Netz als dem des Terminals genehmigen. Es wurde nichts angemeldet. Wenn es Ihr Terminal ist, öffnen Sie diese Seite auf einem Gerät daneben und geben Sie den Code dort ein.",
    redeemed: "Ihr Terminal ist angemeldet",
    redeemedLead:
      "<b>{device}</b> hat seinen Schlüssel und arbeitet als <b>{email}</b>. Sie können diese Seite schließen und dort weitermachen.",
    redeemedBefore: "Dieser Code wurde schon verwendet",
    redeemedBeforeLead:
      "Ein Code gilt einmal, und mit diesem wurde ein Terminal angemeldet. Waren das nicht Sie, widerrufen Sie es unter Geräte.",
    expired: "Dieser Code ist abgelaufen",
    expiredLead: "Es wurde nichts angemeldet. Holen Sie in Ihrem Terminal einen neuen Code:",
    unknown: "Diesen Code kennen wir nicht",
    unknownLead:
      "Vergleichen Sie ihn Buchstabe für Buchstabe mit Ihrem Terminal. Stimmt er, ist er zu alt oder von einem anderen Server; holen Sie einen neuen:",
    taken: "Ein anderes Konto hat diesen Code",
    takenLead:
      "Jemand hat ihn zuerst geöffnet, mit einem anderen Konto als Ihrem (<b>{email}</b>). Waren das Sie, antworten Sie dort. Wenn nicht, hat jemand Ihren Code gesehen: Lassen Sie ihn liegen und holen Sie in Ihrem Terminal einen neuen:",
    worriedCode:
      "Hat Ihnen jemand den Code geschickt, wollte er sich als Sie anmelden: Geben Sie keinen weiteren von ihm ein und sagen Sie dem Betreiber dieses Servers Bescheid.",
    worriedBefore:
      "Wenn Sie glauben, dass schon vorher jemand hineingekommen ist, sehen Sie Ihre Geräte durch und widerrufen Sie, was Sie nicht kennen, oder melden Sie sich überall ab und wählen Sie ein neues Passwort.",
    correct: "Code berichtigen",
    another: "Anderen Code eingeben",
    devices: "Ihre Geräte ansehen",
    signOutEverywhere: "Überall abmelden",
  },
};
