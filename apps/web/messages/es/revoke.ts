/** Adónde lleva el enlace de un correo. */
export default {
  tab: "Revocar un dispositivo",
  question: {
    title: "¿Fue usted?",
    lead: "Este dispositivo inició sesión en su cuenta. Si no fue usted, revóquelo: su clave deja de funcionar al instante, y para ello no necesita iniciar sesión. Si fue usted, cierre esta página.",
    failed:
      "No ha funcionado, y es culpa nuestra. No se ha cambiado nada. Inténtelo de nuevo en un momento, o inicie sesión y revóquelo allí.",
    button: "Revocarlo, no fui yo",
  },
  sides: {
    terminal: "El terminal",
    browser: "El navegador en el que se aprobó",
    someBrowser: "Un navegador",
    signedIn: "Sesión iniciada",
  },
  abilities: {
    title: "Lo que puede hacer",
    until: "Hasta el <time></time>, si nadie lo revoca.",
  },
  outcome: {
    revoked: "Revocado. Su sesión está cerrada",
    revokedLead: "La clave de <b>{name}</b> ya no funciona.",
    used: "Este enlace ya se ha usado",
    usedLead: "Revocó <b>{name}</b>, cuya clave no funciona desde el <time></time>. Un enlace sirve una vez.",
    paused: "Desde donde llegó, nadie puede empezar a iniciar sesión hasta el <time></time>.",
    elsewhere: "Este dispositivo ya está revocado",
    elsewhereLead:
      "La clave de <b>{name}</b> no funciona desde el <time></time>. Aquí no hay nada más que hacer.",
    expired: "Este enlace ha caducado",
    expiredLead:
      "El enlace de un correo sirve durante siete días. Al abrirlo no se ha cambiado nada. Inicie sesión para ver sus dispositivos y revoque los que no conozca.",
    unknown: "Este enlace no funciona",
    unknownLead:
      "Quizá se cortó por el camino: ábralo otra vez desde el correo o cópielo entero. No se ha cambiado nada. Siempre puede iniciar sesión y revocar allí un dispositivo.",
    tooMany: "Demasiados intentos",
    tooManyLead:
      "Se abrieron demasiados enlaces desde su red. Espere {wait} y abra el suyo de nuevo; o inicie sesión y revoque allí el dispositivo. No se ha cambiado nada.",
    whatNow:
      "<b>Qué hacer ahora:</b> cambie su contraseña y cierre sesión en todas partes. Quien aprobó este dispositivo tenía la sesión iniciada como usted, y quizá aún la tenga.",
    settings: "Ir a sus ajustes",
    devices: "Ver sus dispositivos",
  },
};
