/** El marco de las guías y de la referencia de la API, que están en inglés. */
export default {
  guides: "Guías",
  guidesDescription:
    "Añadir el inicio de sesión a una línea de comandos, usar sus claves, poner en marcha el servidor.",
  reference: "Referencia de la API",
  referenceDescription: "Cada llamada que una línea de comandos puede hacer aquí.",
  everyGuide: "Todas las guías",
  lookUp: "Consultar",
  everyCallStands:
    "Cada llamada que puede hacer una línea de comandos está en la <link>referencia de la API</link>.",
  calls: "Llamadas",
  everyCall: "Todas las llamadas",
  server: "Servidor",
  asOpenApi: "Como OpenAPI {version}",
  copy: "Copiar: {title}",
};
