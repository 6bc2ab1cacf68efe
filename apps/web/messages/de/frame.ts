/** Eine Seite, deren Rahmen nicht geladen wurde: zwei Sätze, die der Browser in jeder Sprache hat. */
export default {
  title: "Diese Seite wurde nicht geladen",
  text: "Das liegt an uns, nicht an Ihnen; dadurch wurde nichts an- oder abgemeldet. Laden Sie die Seite gleich noch einmal.",
};
