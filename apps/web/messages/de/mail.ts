/** Die E-Mail über ein neues Gerät. */
export default {
  subject: "Neues Gerät in Ihrem {app}-Konto: {name}",
  unnamed: "ein Terminal ohne Namen",
  title: "In Ihrem {app}-Konto ist ein neues Gerät angemeldet",
  wasYou: "Haben Sie es gerade selbst angemeldet, ist nichts zu tun.",
  wasNotYou:
    "Waren das nicht Sie, widerrufen Sie es jetzt. Die Seite fragt noch einmal nach, und Sie müssen sich nicht anmelden:",
  button: "Widerrufen, das war ich nicht",
  facts: {
    name: "Name",
    key: "Der Schlüssel, den es bekommen hat",
    added: "Hinzugefügt",
    ends: "Endet",
    abilities: "Es darf",
  },
  hearsay:
    "Name, System und Version sind das, was das Terminal über sich selbst sagt. Die Adressen hat dieser Server gesehen. Orte und Netze stammen aus den Listen von NRO, RouteViews und DB-IP.com.",
  linkEnds: "Der Link gilt einmal, bis {time}.",
  copyAddress: "Wenn die Schaltfläche nichts bewirkt, kopieren Sie diese Adresse:",
  allDevices: "Alle Ihre Geräte:",
  why: "Sie bekommen diese E-Mail, weil diese Adresse zu einem Konto bei {host} gehört, das jedes neue Gerät meldet. Es verschickt nie Codes oder Schlüssel, und niemand dort wird Sie danach fragen.",
};
