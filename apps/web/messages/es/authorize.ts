/** El camino de un código a una decisión, y la pregunta de un programa junto al navegador. */
export default {
  tab: "Conectar un terminal",
  description: "Vea quién pide iniciar sesión como usted, y decida.",
  tabProgram: "Iniciar sesión en un programa",
  enter: {
    title: "Introduzca el código de su terminal",
    lead: "Ocho letras. En la página siguiente verá quién pregunta, antes de que se inicie ninguna sesión.",
    cameWithLink:
      "<b>Este código venía con el enlace.</b> Compárelo con su terminal, letra por letra. Si no tiene ningún terminal esperando, cierre esta página.",
    code: "Código",
    hint: "En mayúsculas o minúsculas; el guion aparece solo.",
    nothing: "Escriba primero el código.",
    some: "{count, plural, one {Un código tiene ocho letras; aquí hay #.} other {Un código tiene ocho letras; aquí hay #.}}",
    continue: "Continuar",
    whereTitle: "Dónde está el código",
    where:
      "En el terminal en el que escribió <code>{command}</code>. Sirve durante 15 minutos. Si alguien le envió un código, no lo introduzca: esa persona iniciaría sesión como usted.",
    picture: "Un terminal que muestra un código",
  },
  review: {
    title: "¿Es usted quien está iniciando sesión desde un terminal?",
    onlyIfTyped: "Apruebe solo si usted mismo acaba de escribir <b>{what}</b>.",
    onlyIfStarted: "Apruebe solo si usted mismo acaba de iniciar <b>{what}</b>.",
    nobodyElse: "Nadie más debería enviarle nunca este código.",
    asksCompare: "pregunta con este código. Compárelo con el de su terminal, letra por letra.",
    asks: "pregunta con este código.",
    compared: "Mi terminal muestra este código",
    hearsay:
      "El nombre, el sistema y el cliente son lo que el terminal dice de sí mismo. La dirección es desde donde llegó su solicitud.",
    risk: "Si alguien le envió este código o le pidió que lo introdujera, así es como se roban las cuentas: rechace.",
    keep: "Mantener la sesión de este terminal durante",
  },
  consent: {
    title: "¿Es usted quien está iniciando sesión en un programa?",
    onlyIfTyped:
      "Apruebe solo si usted mismo acaba de escribir <b>{what}</b>, ahora mismo, en este ordenador.",
    onlyIfStarted:
      "Apruebe solo si usted mismo acaba de iniciar <b>{what}</b>, ahora mismo, en este ordenador.",
    sentLink: "Si alguien le envió un enlace a esta página, rechace.",
    asks: "pide iniciar sesión como <b>{email}</b>",
    hearsay: "El nombre, el sistema y la versión son lo que el programa dice de sí mismo.",
    keep: "Mantener la sesión de este programa durante",
    goesBackProgram:
      "En ambos casos, esta página vuelve después a: <b>el programa en este ordenador ({address})</b>.",
    goesBackApp:
      "En ambos casos, esta página vuelve después a: <b>la aplicación en este dispositivo ({address})</b>.",
    goesBackSite: "En ambos casos, esta página vuelve después a: <b>{address}</b>.",
  },
  sides: {
    terminal: "El terminal que pregunta",
    program: "El programa que pregunta",
    browser: "Usted, en este navegador",
    namelessTerminal: "Un terminal sin nombre",
    someProgram: "Un programa en este ordenador",
    someApp: "Una aplicación en este dispositivo",
    someSite: "Un sitio web",
  },
  facts: {
    system: "Sistema",
    browser: "Navegador",
    client: "Cliente",
    account: "Cuenta",
    place: "Lugar",
    network: "Red",
    address: "Dirección",
    asked: "Preguntó",
    listensAt: "Escucha en",
    returnsTo: "Vuelve a",
    notSaid: "no indicado",
    unknown: "no se sabe",
    privateNetwork: "una red privada",
    thisComputer: "este ordenador",
    serversComputer: "el propio equipo del servidor",
  },
  line: {
    sameComputer: "mismo <br></br>ordenador",
    sameNetwork: "misma <br></br>red",
    farApart: "lejos <br></br>entre sí",
    differentNetwork: "otra <br></br>red",
  },
  warning: {
    elsewhereTitle: "Este servidor no permite que nadie apruebe desde aquí.",
    elsewhereDifferent:
      "Solo puede aprobar desde la red en la que está el terminal, y este navegador está en otra. Si es su terminal, abra esta página en un dispositivo que esté junto a él.",
    elsewhereUnknown:
      "Solo puede aprobar desde la red en la que está el terminal, y de este navegador no se sabe si lo está. Si es su terminal, abra esta página en un dispositivo que esté junto a él.",
    farTitle: "El terminal está lejos de usted.",
    far: "Está en otro país ({terminal}) que este navegador ({browser}). Eso solo es normal si trabaja en una máquina de allí o a través de una VPN.",
    otherNetworkTitle: "El terminal está en otra red que usted.",
    otherNetwork:
      "Eso es normal si está en otra máquina, como un servidor, o si uno de los dos usa datos móviles o una VPN.",
  },
  scopes: {
    title: "Lo que podrá hacer",
    untick: "· desmarque lo que no deba hacer",
    openid: {
      title: "Saber quién es usted",
      says: "Averigua cuál de las cuentas de este servidor es la suya.",
    },
    profile: { title: "Su nombre", says: "Lee el nombre de su cuenta." },
    email: {
      title: "Su dirección de correo electrónico",
      says: "Lee su dirección y si está confirmada.",
    },
    "devices:read": {
      title: "Ver sus dispositivos",
      says: "Enumera cada terminal que tiene la sesión iniciada como usted.",
    },
    "devices:write": {
      title: "Administrar sus dispositivos",
      says: "Cambia el nombre de sus dispositivos y cierra su sesión. No puede añadir ninguno.",
    },
    offline_access: {
      title: "Mantener la sesión iniciada",
      says: "Renueva su clave por sí mismo, hasta que usted la revoque o se acabe su tiempo.",
    },
  },
  decide: {
    deny: "Rechazar",
    approve: "Aprobar",
    disown: "No he sido yo",
    codeEnds: "El código caduca en <time></time>",
    canEnd: "Puede terminarlo cuando quiera en Ajustes, Dispositivos.",
    notCompared: "Compare primero el código y después marque la casilla.",
    allowsNothing: "Permita al menos una cosa, o rechace.",
    signInFirst: "Para aprobar, inicie sesión de nuevo.",
  },
  leaving: {
    approved: "Aprobado. Volviendo a {name}…",
    denied: "Rechazado. Volviendo a {name}…",
    program:
      "Esta página vuelve al programa en este ordenador ({address}). Si su navegador dice que no puede abrirla, el programa ha dejado de esperar: empiece allí de nuevo.",
    app: "Esta página vuelve a la aplicación en este dispositivo ({address}). Si su navegador dice que no puede abrirla, el programa ha dejado de esperar: empiece allí de nuevo.",
    site: "Esta página vuelve a {address}. Si su navegador dice que no puede abrirla, el programa ha dejado de esperar: empiece allí de nuevo.",
    close: "Puede cerrar esta página.",
  },
  answered: {
    approved: "Ya aprobó esto",
    denied: "Ya rechazó esto",
    lead: "La respuesta volvió a <b>{name}</b> y cuenta una sola vez. Si el programa no continúa, empiece allí de nuevo.",
  },
  unusable: {
    output: "Rechazado",
    title: "Este enlace no se puede usar",
    damaged: "El enlace está dañado o es demasiado largo.",
    noClient: "El enlace no dice qué programa pregunta.",
    unknownClient: "El programa que pregunta no está registrado aquí.",
    noReturn: "El enlace no dice adónde volver.",
    otherReturn: "La dirección de vuelta no es una de las que registró este programa.",
    text: "No se inició ninguna sesión y no se le envió a ninguna parte. Si un programa abrió esta página, empiece allí de nuevo o dígaselo a quien lo hace. Si alguien le envió el enlace, déjelo.",
    start: "Ir al inicio",
  },
  outcome: {
    yourTerminal: "Su terminal",
    approvedSlow: "Aprobado, pero su terminal no ha vuelto",
    approvedSlowLead:
      "Si ya no espera, empiece allí de nuevo. Una vez caducado este código, ya no se inicia ninguna sesión con él.",
    approved: "Aprobado. Su terminal continúa…",
    approvedLead: "<b>{device}</b> recoge su clave por sí mismo, como <b>{email}</b>.",
    approvedBefore: "Ya aprobó este código",
    approvedBeforeLead: "Su terminal continúa por sí mismo. Si ya no espera, empiece allí de nuevo:",
    denied: "Rechazado. No se inició ninguna sesión",
    deniedLead:
      "El terminal ya lo sabe, y el código no sirve para nada más. Si alguien le envió ese código, intentaba iniciar sesión como usted: no introduzca otro que venga de esa persona.",
    deniedBefore: "Ya rechazó este código",
    deniedBeforeLead:
      "Es definitivo, y no se inició ninguna sesión. Si fue un error, obtenga un código nuevo en su terminal:",
    disowned: "Rechazado. Gracias por avisar",
    disownedLead: "No se inició ninguna sesión, y el código ya no abre nada. Queda anotado en su cuenta.",
    disownedPaused:
      "La dirección que preguntó, <b>{address}</b>, no puede empezar aquí ningún inicio de sesión durante {time}.",
    disownedPausedAt:
      "La dirección que preguntó, <b>{address}</b> ({place}), no puede empezar aquí ningún inicio de sesión durante {time}.",
    otherNetwork: "No desde esta red",
    otherNetworkLead:
      "Este servidor no permite aprobar un terminal desde una red distinta de la del terminal. No se inició ninguna sesión. Si es su terminal, abra esta página en un dispositivo que esté junto a él e introduzca allí el código.",
    redeemed: "Su terminal ha iniciado sesión",
    redeemedLead:
      "<b>{device}</b> tiene su clave y trabaja como <b>{email}</b>. Puede cerrar esta página y seguir allí.",
    redeemedBefore: "Este código ya se ha usado",
    redeemedBeforeLead:
      "Un código sirve una vez, y con este un terminal inició sesión. Si no fue usted, revóquelo en Dispositivos.",
    expired: "Este código ha caducado",
    expiredLead: "No se inició ninguna sesión. Obtenga un código nuevo en su terminal:",
    unknown: "No conocemos este código",
    unknownLead:
      "Compárelo con su terminal, letra por letra. Si es correcto, es demasiado antiguo o de otro servidor; obtenga uno nuevo:",
    taken: "Otra cuenta tiene este código",
    takenLead:
      "Alguien lo abrió antes, con otra cuenta que la suya (<b>{email}</b>). Si fue usted, responda allí. Si no, han visto su código: déjelo y obtenga uno nuevo en su terminal:",
    worriedCode:
      "Si alguien le envió el código, intentó iniciar sesión como usted: no introduzca ningún otro que venga de esa persona y avise a quien administra este servidor.",
    worriedBefore:
      "Si cree que ya entraron antes, revise sus dispositivos y revoque los que no conozca, o cierre sesión en todas partes y elija una contraseña nueva.",
    correct: "Corregir el código",
    another: "Introducir otro código",
    devices: "Ver sus dispositivos",
    signOutEverywhere: "Cerrar sesión en todas partes",
  },
};
