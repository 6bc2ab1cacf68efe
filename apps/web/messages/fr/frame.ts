/** Une page dont le cadre a échoué : deux phrases, que le navigateur a dans chaque langue. */
export default {
  title: "Cette page ne s’est pas chargée",
  text: "C’est notre faute, pas la vôtre, et rien n’a été connecté ni déconnecté. Rechargez la page dans un instant.",
};
