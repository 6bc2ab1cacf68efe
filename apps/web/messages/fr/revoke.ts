/** Où mène le lien d’un e-mail. */
export default {
  tab: "Révoquer un appareil",
  question: {
    title: "Était-ce vous ?",
    lead: "Cet appareil a été connecté à votre compte. Si ce n’était pas vous, révoquez-le : sa clé cesse aussitôt de fonctionner, et vous n’avez pas besoin de vous connecter pour cela. Si c’était vous, fermez cette page.",
    failed:
      "Cela n’a pas marché, et c’est notre faute. Rien n’a été changé. Réessayez dans un instant, ou connectez-vous et révoquez-le là-bas.",
    button: "Le révoquer, ce n’était pas moi",
  },
  sides: {
    terminal: "Le terminal",
    browser: "Le navigateur dans lequel il a été approuvé",
    someBrowser: "Un navigateur",
    signedIn: "Connecté",
  },
  abilities: {
    title: "Ce qu’il peut faire",
    until: "Jusqu’au <time></time>, si personne ne le révoque.",
  },
  outcome: {
    revoked: "Révoqué. Il est déconnecté",
    revokedLead: "La clé de <b>{name}</b> ne fonctionne plus.",
    used: "Ce lien a été utilisé",
    usedLead:
      "Il a révoqué <b>{name}</b>, dont la clé ne fonctionne plus depuis le <time></time>. Un lien sert une fois.",
    paused: "De là d’où il venait, personne ne peut commencer à se connecter avant le <time></time>.",
    elsewhere: "Cet appareil est déjà révoqué",
    elsewhereLead:
      "La clé de <b>{name}</b> ne fonctionne plus depuis le <time></time>. Il n’y a rien de plus à faire ici.",
    expired: "Ce lien a expiré",
    expiredLead:
      "Le lien d’un e-mail fonctionne sept jours. L’ouvrir n’a rien changé. Connectez-vous pour voir vos appareils, et révoquez ceux que vous ne connaissez pas.",
    unknown: "Ce lien ne fonctionne pas",
    unknownLead:
      "Il a peut-être été coupé en route : ouvrez-le encore une fois depuis l’e-mail, ou copiez-le en entier. Rien n’a été changé. Vous pouvez toujours vous connecter et révoquer un appareil là-bas.",
    tooMany: "Trop de tentatives",
    tooManyLead:
      "Trop de liens ont été ouverts depuis votre réseau. Attendez {wait}, puis rouvrez le vôtre ; ou connectez-vous et révoquez l’appareil là-bas. Rien n’a été changé.",
    whatNow:
      "<b>Que faire maintenant :</b> changez votre mot de passe, et déconnectez-vous partout. La personne qui a approuvé cet appareil était connectée en tant que vous, et l’est peut-être encore.",
    settings: "Aller à vos paramètres",
    devices: "Voir vos appareils",
  },
};
