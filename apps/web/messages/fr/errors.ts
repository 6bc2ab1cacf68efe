/** Ce qui n’a pas marché, et quoi faire. */
export default {
  ours: "Une erreur s’est produite de notre côté. Réessayez dans un instant.",
  unreachable:
    "Nous n’arrivons pas à joindre le serveur. Vérifiez votre connexion, puis réessayez. Rien n’a été perdu.",
  signedOut: "Vous êtes déconnecté.",
  signedOutReload: "Vous êtes déconnecté. Rechargez cette page pour vous reconnecter.",
  tooMany: "Trop de tentatives. Attendez {wait}, puis réessayez.",
  tooManyForNow: "Trop de tentatives. Attendez une minute, puis réessayez.",
  databaseAway: "Le serveur n’arrive pas à joindre sa base de données. Réessayez dans un instant.",
  deviceGone: "Cet appareil n’existe plus.",
  signInTooOld:
    "Vous vous êtes connecté il y a un moment, et quelqu’un d’autre pourrait se trouver ici à présent. Rien n’a été approuvé.",
  notCompared: "Comparez d’abord le code, puis cochez la case.",
  accountLocked: "Ce compte est verrouillé. Adressez-vous à l’opérateur de ce serveur.",
  anotherAccount: "Vous êtes maintenant connecté avec un autre compte. Rechargez la page.",
  notOurPage: "Cette requête ne venait pas d’une page de ce serveur.",
  nothingAllowed: "Autorisez au moins une chose, ou refusez la demande.",
  lifetimeUnknown: "Choisissez l’une des durées proposées.",
  nameEmpty: "Un nom doit avoir au moins un caractère visible.",
  notAllowed: "Vous n’êtes pas autorisé à faire ceci.",
  personGone: "Cette personne n’est plus ici.",
  signInAgain: "<link>Reconnectez-vous</link> pour continuer à partir d’ici.",
  signInForThis:
    "Pour cela, vous devez vous être connecté il y a peu. <link>Reconnectez-vous</link>, puis revenez-y.",
  page: {
    title: "Cette page ne s’est pas chargée",
    output: "Pas de réponse",
    text: "C’est notre faute, pas la vôtre, et rien n’a été connecté ni déconnecté pour autant. Réessayez dans un instant.",
    tell: "Si cela persiste, signalez-le à qui administre ce serveur : <code>{digest}</code>.",
    again: "Réessayer",
  },
  notFound: {
    tab: "Introuvable",
    output: "Page inexistante",
    title: "Il n’y a rien ici",
    text: "L’adresse est peut-être mal saisie, ou ancienne. Un terminal vous a envoyé ici ? Alors saisissez son code.",
    enterCode: "Saisir un code",
    start: "Aller à l’accueil",
  },
};
