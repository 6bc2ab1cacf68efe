/** Le cadre des guides et de la référence de l’API, qui sont eux-mêmes en anglais. */
export default {
  guides: "Guides",
  guidesDescription: "Ajouter la connexion à une ligne de commande, utiliser ses clés, exploiter le serveur.",
  reference: "Référence de l’API",
  referenceDescription: "Chaque appel qu’une ligne de commande peut faire ici.",
  everyGuide: "Tous les guides",
  lookUp: "Consulter",
  everyCallStands:
    "Chaque appel qu’une ligne de commande peut faire figure dans la <link>référence de l’API</link>.",
  calls: "Appels",
  everyCall: "Tous les appels",
  server: "Serveur",
  asOpenApi: "En OpenAPI {version}",
  copy: "Copier : {title}",
};
