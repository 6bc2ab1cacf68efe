/** El marco de cada página, y lo que aparece en varias. */
export default {
  header: {
    signIn: "Iniciar sesión",
    menuOf: "Menú de la cuenta de {email}",
    menu: "Cuenta",
    devices: "Dispositivos",
    account: "Cuenta",
    admin: "Administración",
    signOut: "Cerrar sesión",
  },
  footer: {
    more: "Más",
    guides: "Guías",
    reference: "Referencia de la API",
    language: "Idioma",
  },
  appearance: { label: "Apariencia", system: "Como el sistema", light: "Claro", dark: "Oscuro" },
  tabs: { label: "Ajustes", devices: "Dispositivos", activity: "Actividad", account: "Cuenta" },
  copy: {
    command: "Copiar el comando",
    copied: "Copiado",
    refused: "Selecciónelo y cópielo usted",
  },
  credit:
    "Los lugares y las redes provienen de las listas de <nro>NRO</nro>, <routeviews>RouteViews</routeviews> y <dbip>DB-IP</dbip>, y pueden ser erróneos.",
  tooOld: {
    approve:
      "<b>Inició sesión hace un rato,</b> y ahora podría haber otra persona aquí. <link>Inicie sesión de nuevo</link> para aprobar y volverá a esta página. Para rechazar no hace falta.",
    connect:
      "<b>Inició sesión hace un rato,</b> y ahora podría haber otra persona aquí. <link>Inicie sesión de nuevo</link> para conectarlo y volverá a esta página. Para rechazar no hace falta.",
    addDevice:
      "<b>Inició sesión hace un rato,</b> y ahora podría haber otra persona aquí. <link>Inicie sesión de nuevo</link> para añadir un dispositivo y volverá a esta página.",
    changePassword:
      "<b>Inició sesión hace un rato,</b> y ahora podría haber otra persona aquí. <link>Inicie sesión de nuevo</link> para cambiar la contraseña y volverá a esta página.",
    addPasskey:
      "<b>Inició sesión hace un rato,</b> y ahora podría haber otra persona aquí. <link>Inicie sesión de nuevo</link> para añadir una llave de acceso y volverá a esta página.",
    changeThis:
      "<b>Inició sesión hace un rato,</b> y ahora podría haber otra persona aquí. <link>Inicie sesión de nuevo</link> para cambiar esto y volverá a esta página.",
    deleteAccount:
      "<b>Inició sesión hace un rato,</b> y ahora podría haber otra persona aquí. <link>Inicie sesión de nuevo</link> para eliminar la cuenta y volverá a esta página.",
  },
  save: "Guardar",
  cancel: "Cancelar",
  notifications: "Notificaciones",
  time: { justNow: "ahora mismo" },
  browserOn: "{browser} en {system}",
  serversComputer: "El propio equipo del servidor",
  privateNetwork: "Red privada",
};
