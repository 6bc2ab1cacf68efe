import type { PathsObject, SchemaObject } from "openapi3-ts/oas31";
import { reply } from "./bodies";
import { v1Refusals, type V1Refusal } from "./refusals";
import { security } from "./security";
import { ourFault } from "./v1/refusals";

const tags = ["Health"];

const saying = (status: string): SchemaObject => ({
  type: "object",
  properties: { status: { type: "string", const: status, description: "Always this word." } },
  required: ["status"],
});

const notReady: V1Refusal[] = [
  {
    error: "temporarily_unavailable",
    when: "The database answers, and its tables are not made yet.",
    detail: "Database not migrated",
  },
  {
    error: "temporarily_unavailable",
    when: "The server was told to stop, and still answers what is sent to it.",
    detail: "Server stopping",
  },
];

/** For load balancers, and this document itself. */
export const healthPaths = (): PathsObject => ({
  "/healthz": {
    get: {
      operationId: "isAlive",
      tags,
      summary: "Whether the process answers",
      description: "Asks nothing of the database: restart the process when this fails.",
      security: security.none,
      responses: { 200: reply("It does.", saying("ok"), { status: "ok" }) },
    },
  },
  "/readyz": {
    get: {
      operationId: "isReady",
      tags,
      summary: "Whether logins are served",
      description: "Asks the database: send no traffic here while this fails.",
      security: security.none,
      responses: {
        200: reply("They are.", saying("ready"), { status: "ready" }),
        ...v1Refusals({ ...ourFault, 503: [...(ourFault[503] ?? []), ...notReady] }),
      },
    },
  },
  "/openapi.json": {
    get: {
      operationId: "describeApi",
      tags,
      summary: "This description",
      description: "OpenAPI 3.1, made of the schemas that the server itself reads and writes by.",
      security: security.none,
      responses: {
        200: reply(
          "The document.",
          {
            type: "object",
            properties: { openapi: { type: "string", description: "The version of the format." } },
            required: ["openapi"],
            additionalProperties: true,
          },
          { openapi: "3.1.1" },
        ),
      },
    },
  },
});
