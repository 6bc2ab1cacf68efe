/** La primera página. */
export default {
  description: "Inicie sesión en una línea de comandos con su navegador.",
  newcomer: {
    title: "Inicie sesión en su terminal con su navegador",
    lead: "{app} permite que una línea de comandos inicie sesión como usted. Usted ve cuál pregunta y desde dónde, y decide. Su contraseña nunca llega al terminal.",
    enterCode: "Introducir un código",
    createAccount: "Crear una cuenta",
    createAccountText:
      "Con un nombre, una dirección de correo electrónico y una contraseña. Lleva un minuto, una vez.",
    signIn: "Iniciar sesión",
    signInText: "Con la cuenta que ya tiene. La primera vez se crea aquí una para usted.",
    steps: "Qué hacer ahora",
    ask: "Pregunte desde un terminal",
    askText: "Muestra un código y abre esta página.",
    askTextCheckout:
      "Muestra un código y abre esta página. Instalado, es «{command}»; desde el código fuente:",
    compare: "Compare y después apruebe",
    compareText:
      "El código de aquí debe ser el de su terminal. Después tiene la sesión iniciada, hasta que usted lo revoque.",
    devices: "Sus dispositivos",
  },
  welcome: {
    hello: "Hola, {name}",
    helloNobody: "Hola",
    lead: "Tiene la sesión iniciada aquí, como {email}. Ahora, su terminal.",
    enterCode: "Introducir un código",
    devices: "Sus dispositivos",
    steps: "Tres caminos para seguir",
    signIn: "Inicie sesión en un terminal",
    signInText: "Muestra un código y abre la página para responderle.",
    signInTextCheckout:
      "Muestra un código y abre la página para responderle. Instalado, es «{command}»; desde el código fuente:",
    fromHere: "O empiece desde aquí",
    fromHereText: "Para una máquina sin navegador: esta página da un código, y usted lo escribe allí.",
    addDevice: "Añadir un dispositivo",
    see: "Vea quién tiene la sesión iniciada",
    seeText: "Cada terminal con su último uso. Cámbiele el nombre, o termínelo al instante.",
  },
  developers:
    "¿Está creando una línea de comandos? <guides>Añada el inicio de sesión en diez minutos</guides>, consulte <reference>cada llamada</reference> o tome el <openapi>documento OpenAPI</openapi>.",
  picture: {
    terminal: "Un terminal: {command} muestra el código {code} y espera al navegador",
    browser: "Un navegador: muestra el mismo código, {code}, con Rechazar y Aprobar",
    sameCode: "mismo <br></br>código",
    you: "Usted, en este navegador",
    question: "¿Es usted quien está iniciando sesión desde un terminal?",
    deny: "Rechazar",
    approve: "Aprobar",
  },
};
