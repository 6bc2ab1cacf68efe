/** The frame around the guides and the API reference, which are in English themselves. */
export default {
  guides: "Guides",
  guidesDescription: "Add login to a command line, use its keys, run the server.",
  reference: "API reference",
  referenceDescription: "Every call that a command line can make here.",
  everyGuide: "Every guide",
  lookUp: "Look up",
  everyCallStands: "Every call that a command line can make stands in the <link>API reference</link>.",
  calls: "Calls",
  everyCall: "Every call",
  server: "Server",
  asOpenApi: "As OpenAPI {version}",
  copy: "Copy: {title}",
} as const;
