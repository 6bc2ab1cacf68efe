/** Le cadre de chaque page, et ce qui figure sur plusieurs. */
export default {
  header: {
    signIn: "Se connecter",
    menuOf: "Menu du compte de {email}",
    menu: "Compte",
    devices: "Appareils",
    account: "Compte",
    admin: "Administration",
    signOut: "Se déconnecter",
  },
  footer: {
    more: "Plus",
    guides: "Guides",
    reference: "Référence de l’API",
    language: "Langue",
  },
  appearance: { label: "Apparence", system: "Comme le système", light: "Clair", dark: "Sombre" },
  tabs: { label: "Paramètres", devices: "Appareils", activity: "Activité", account: "Compte" },
  copy: {
    command: "Copier la commande",
    copied: "Copié",
    refused: "Sélectionnez et copiez vous-même",
  },
  credit:
    "Les lieux et les réseaux proviennent des listes du <nro>NRO</nro>, de <routeviews>RouteViews</routeviews> et de <dbip>DB-IP</dbip>, et peuvent être erronés.",
  tooOld: {
    approve:
      "<b>Vous vous êtes connecté il y a un moment,</b> et quelqu’un d’autre pourrait se trouver ici à présent. <link>Reconnectez-vous</link> pour approuver, et vous reviendrez ici. Pour refuser, ce n’est pas nécessaire.",
    connect:
      "<b>Vous vous êtes connecté il y a un moment,</b> et quelqu’un d’autre pourrait se trouver ici à présent. <link>Reconnectez-vous</link> pour le connecter, et vous reviendrez ici. Pour refuser, ce n’est pas nécessaire.",
    addDevice:
      "<b>Vous vous êtes connecté il y a un moment,</b> et quelqu’un d’autre pourrait se trouver ici à présent. <link>Reconnectez-vous</link> pour ajouter un appareil, et vous reviendrez ici.",
    changePassword:
      "<b>Vous vous êtes connecté il y a un moment,</b> et quelqu’un d’autre pourrait se trouver ici à présent. <link>Reconnectez-vous</link> pour changer le mot de passe, et vous reviendrez ici.",
    addPasskey:
      "<b>Vous vous êtes connecté il y a un moment,</b> et quelqu’un d’autre pourrait se trouver ici à présent. <link>Reconnectez-vous</link> pour ajouter une clé d’accès, et vous reviendrez ici.",
    changeThis:
      "<b>Vous vous êtes connecté il y a un moment,</b> et quelqu’un d’autre pourrait se trouver ici à présent. <link>Reconnectez-vous</link> pour changer ceci, et vous reviendrez ici.",
    deleteAccount:
      "<b>Vous vous êtes connecté il y a un moment,</b> et quelqu’un d’autre pourrait se trouver ici à présent. <link>Reconnectez-vous</link> pour supprimer le compte, et vous reviendrez ici.",
  },
  save: "Enregistrer",
  cancel: "Annuler",
  notifications: "Notifications",
  time: { justNow: "à l’instant" },
  browserOn: "{browser} sur {system}",
  serversComputer: "L’ordinateur du serveur lui-même",
  privateNetwork: "Réseau privé",
};
