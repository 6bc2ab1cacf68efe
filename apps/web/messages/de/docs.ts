/** Der Rahmen um die Anleitungen und die API-Referenz, die selbst englisch sind. */
export default {
  guides: "Anleitungen",
  guidesDescription:
    "Einer Kommandozeile die Anmeldung hinzufügen, ihre Schlüssel verwenden, den Server betreiben.",
  reference: "API-Referenz",
  referenceDescription: "Jeder Aufruf, den eine Kommandozeile hier machen kann.",
  everyGuide: "Alle Anleitungen",
  lookUp: "Nachschlagen",
  everyCallStands:
    "Jeder Aufruf, den eine Kommandozeile machen kann, steht in der <link>API-Referenz</link>.",
  calls: "Aufrufe",
  everyCall: "Alle Aufrufe",
  server: "Server",
  asOpenApi: "Als OpenAPI {version}",
  copy: "Kopieren: {title}",
};
