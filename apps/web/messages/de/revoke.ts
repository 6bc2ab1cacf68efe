/** Wohin ein Link aus einer E-Mail führt. */
export default {
  tab: "Gerät widerrufen",
  question: {
    title: "Waren das Sie?",
    lead: "Dieses Gerät wurde in Ihrem Konto angemeldet. Waren das nicht Sie, widerrufen Sie es: Sein Schlüssel gilt sofort nicht mehr, und Sie müssen sich dafür nicht anmelden. Waren Sie es, schließen Sie diese Seite.",
    failed:
      "Das hat nicht geklappt, und es liegt an uns. Es wurde nichts geändert. Versuchen Sie es gleich noch einmal, oder melden Sie sich an und widerrufen Sie es dort.",
    button: "Widerrufen, das war ich nicht",
  },
  sides: {
    terminal: "Das Terminal",
    browser: "Der Browser, in dem es genehmigt wurde",
    someBrowser: "Ein Browser",
    signedIn: "Angemeldet",
  },
  abilities: {
    title: "Was es darf",
    until: "Bis <time></time>, wenn es niemand widerruft.",
  },
  outcome: {
    revoked: "Widerrufen. Es ist abgemeldet",
    revokedLead: "Der Schlüssel von <b>{name}</b> gilt nicht mehr.",
    used: "Dieser Link wurde schon verwendet",
    usedLead:
      "Er hat <b>{name}</b> widerrufen; dessen Schlüssel gilt seit <time></time> nicht mehr. Ein Link gilt einmal.",
    paused: "Von dort, wo es herkam, kann bis <time></time> niemand eine Anmeldung beginnen.",
    elsewhere: "Dieses Gerät ist schon widerrufen",
    elsewhereLead:
      "Der Schlüssel von <b>{name}</b> gilt seit <time></time> nicht mehr. Hier ist nichts weiter zu tun.",
    expired: "Dieser Link ist abgelaufen",
    expiredLead:
      "Ein Link aus einer E-Mail gilt sieben Tage. Durch das Öffnen wurde nichts geändert. Melden Sie sich an, um Ihre Geräte zu sehen, und widerrufen Sie, was Sie nicht kennen.",
    unknown: "Dieser Link funktioniert nicht",
    unknownLead:
      "Vielleicht wurde er unterwegs abgeschnitten: Öffnen Sie ihn noch einmal aus der E-Mail oder kopieren Sie ihn ganz. Es wurde nichts geändert. Sie können sich jederzeit anmelden und ein Gerät dort widerrufen.",
    tooMany: "Zu viele Versuche",
    tooManyLead:
      "Aus Ihrem Netz wurden zu viele Links geöffnet. Warten Sie {wait} und öffnen Sie Ihren dann noch einmal; oder melden Sie sich an und widerrufen Sie das Gerät dort. Es wurde nichts geändert.",
    whatNow:
      "<b>Was jetzt zu tun ist:</b> Ändern Sie Ihr Passwort und melden Sie sich überall ab. Wer dieses Gerät genehmigt hat, war als Sie angemeldet und ist es vielleicht noch.",
    settings: "Zu Ihren Einstellungen",
    devices: "Ihre Geräte ansehen",
  },
};
