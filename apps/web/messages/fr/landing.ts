/** La première page. */
export default {
  description: "Connectez une ligne de commande avec votre navigateur.",
  newcomer: {
    title: "Connectez votre terminal avec votre navigateur",
    lead: "{app} permet à une ligne de commande de se connecter en tant que vous. Vous voyez laquelle demande, et d’où, et vous décidez. Votre mot de passe n’atteint jamais le terminal.",
    enterCode: "Saisir un code",
    createAccount: "Créer un compte",
    createAccountText: "Avec un nom, une adresse e-mail et un mot de passe. Cela prend une minute, une fois.",
    signIn: "Se connecter",
    signInText: "Avec le compte que vous avez déjà. La première fois, il vous en crée un ici.",
    steps: "Que faire ensuite",
    ask: "Demandez depuis un terminal",
    askText: "Il affiche un code et ouvre cette page.",
    askTextCheckout:
      "Il affiche un code et ouvre cette page. Une fois installé, c’est « {command} » ; depuis les sources :",
    compare: "Comparez, puis approuvez",
    compareText:
      "Le code d’ici doit être celui de votre terminal. Ensuite il est connecté, jusqu’à ce que vous le révoquiez.",
    devices: "Vos appareils",
  },
  welcome: {
    hello: "Bonjour, {name}",
    helloNobody: "Bonjour",
    lead: "Vous êtes connecté ici, en tant que {email}. À votre terminal, maintenant.",
    enterCode: "Saisir un code",
    devices: "Vos appareils",
    steps: "Trois façons de continuer",
    signIn: "Connecter un terminal",
    signInText: "Il affiche un code et ouvre la page pour y répondre.",
    signInTextCheckout:
      "Il affiche un code et ouvre la page pour y répondre. Une fois installé, c’est « {command} » ; depuis les sources :",
    fromHere: "Ou commencer d’ici",
    fromHereText: "Pour une machine sans navigateur : cette page donne un code, et vous le saisissez là-bas.",
    addDevice: "Ajouter un appareil",
    see: "Voir qui est connecté",
    seeText: "Chaque terminal avec sa dernière utilisation. Renommez-le, ou mettez-y fin aussitôt.",
  },
  developers:
    "Vous développez une ligne de commande ? <guides>Ajoutez la connexion en dix minutes</guides>, consultez <reference>chaque appel</reference>, ou prenez le <openapi>document OpenAPI</openapi>.",
  picture: {
    terminal: "Un terminal : {command} affiche le code {code} et attend le navigateur",
    browser: "Un navigateur : il affiche le même code, {code}, avec Refuser et Approuver",
    sameCode: "même <br></br>code",
    you: "Vous, dans ce navigateur",
    question: "Est-ce vous qui vous connectez depuis un terminal ?",
    deny: "Refuser",
    approve: "Approuver",
  },
};
