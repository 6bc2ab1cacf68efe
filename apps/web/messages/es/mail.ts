/** El correo sobre un dispositivo nuevo. */
export default {
  subject: "Dispositivo nuevo en su cuenta de {app}: {name}",
  unnamed: "un terminal sin nombre",
  title: "Un dispositivo nuevo ha iniciado sesión en su cuenta de {app}",
  wasYou: "Si acaba de iniciar sesión en él usted, no hay nada que hacer.",
  wasNotYou:
    "Si no fue usted, revóquelo ahora. La página pregunta una vez más, y no necesita iniciar sesión:",
  button: "Revocarlo, no fui yo",
  facts: {
    name: "Nombre",
    key: "La clave que recibió",
    added: "Añadido",
    ends: "Termina",
    abilities: "Puede",
  },
  hearsay:
    "El nombre, el sistema y la versión son lo que el terminal dice de sí mismo. Las direcciones son las que vio este servidor. Los lugares y las redes proceden de las listas de NRO, RouteViews y DB-IP.com.",
  linkEnds: "El enlace sirve una vez, hasta el {time}.",
  copyAddress: "Si el botón no hace nada, copie esta dirección:",
  allDevices: "Todos sus dispositivos:",
  why: "Recibe este correo porque esta dirección pertenece a una cuenta en {host}, que avisa de cada dispositivo nuevo. Nunca envía códigos ni claves, y nadie allí se los pedirá.",
};
