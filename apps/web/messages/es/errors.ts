/** Lo que no funcionó, y qué hacer. */
export default {
  ours: "Algo falló por nuestra parte. Inténtelo de nuevo en un momento.",
  unreachable:
    "No podemos conectar con el servidor. Compruebe su conexión e inténtelo de nuevo. No se ha perdido nada.",
  signedOut: "Su sesión está cerrada.",
  signedOutReload: "Su sesión está cerrada. Recargue esta página para volver a iniciarla.",
  tooMany: "Demasiados intentos. Espere {wait} e inténtelo de nuevo.",
  tooManyForNow: "Demasiados intentos. Espere un minuto e inténtelo de nuevo.",
  databaseAway: "El servidor no puede conectar con su base de datos. Inténtelo de nuevo en un momento.",
  deviceGone: "Este dispositivo ya no existe.",
  signInTooOld: "Inició sesión hace un rato, y ahora podría haber otra persona aquí. No se ha aprobado nada.",
  notCompared: "Compare primero el código y después marque la casilla.",
  accountLocked: "Esta cuenta está bloqueada. Consulte al operador de este servidor.",
  anotherAccount: "Ahora tiene la sesión iniciada con otra cuenta. Recargue la página.",
  notOurPage: "Esta solicitud no procede de una página de este servidor.",
  nothingAllowed: "Permita al menos una cosa, o rechace la solicitud.",
  lifetimeUnknown: "Elija una de las duraciones que se ofrecen.",
  nameEmpty: "Un dispositivo necesita un nombre con al menos un carácter visible.",
  signInAgain: "<link>Inicie sesión de nuevo</link> para continuar desde aquí.",
  signInForThis:
    "Para esto debe haber iniciado sesión hace poco. <link>Inicie sesión de nuevo</link> y vuelva después aquí.",
  page: {
    title: "Esta página no se ha cargado",
    output: "Sin respuesta",
    text: "Es culpa nuestra, no suya, y con ello no se ha iniciado ni cerrado ninguna sesión. Inténtelo de nuevo en un momento.",
    tell: "Si sigue así, comuníquelo a quien administra este servidor: <code>{digest}</code>.",
    again: "Intentar de nuevo",
  },
  notFound: {
    tab: "No encontrada",
    output: "No existe esa página",
    title: "Aquí no hay nada",
    text: "La dirección puede estar mal escrita o ser antigua. ¿Le envió aquí un terminal? Entonces introduzca su código.",
    enterCode: "Introducir un código",
    start: "Ir al inicio",
  },
};
