/** L’e-mail au sujet d’un nouvel appareil. */
export default {
  subject: "Nouvel appareil sur votre compte {app} : {name}",
  unnamed: "un terminal sans nom",
  title: "Un nouvel appareil est connecté à votre compte {app}",
  wasYou: "Si vous venez de le connecter vous-même, il n’y a rien à faire.",
  wasNotYou:
    "Sinon, révoquez-le maintenant. La page demande encore une fois, et vous n’avez pas besoin de vous connecter :",
  button: "Le révoquer, ce n’était pas moi",
  facts: {
    name: "Nom",
    key: "La clé qu’il a reçue",
    added: "Ajouté",
    ends: "Se termine",
    abilities: "Il peut",
  },
  hearsay:
    "Le nom, le système et la version sont ce que le terminal dit de lui-même. Les adresses sont celles que ce serveur a vues. Les lieux et les réseaux proviennent des listes du NRO, de RouteViews et de DB-IP.com.",
  linkEnds: "Le lien sert une fois, jusqu’au {time}.",
  copyAddress: "Si le bouton ne fait rien, copiez cette adresse :",
  allDevices: "Tous vos appareils :",
  why: "Vous recevez cet e-mail parce que cette adresse appartient à un compte sur {host}, qui signale chaque nouvel appareil. Il n’envoie jamais de codes ni de clés, et personne là-bas ne vous en demandera.",
};
