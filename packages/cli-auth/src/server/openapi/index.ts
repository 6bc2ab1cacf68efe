import type { Hono } from "hono";
import type { OpenAPIObject } from "openapi3-ts/oas31";
import { allowOnly } from "../methods";
import type { RestOptions } from "../options";
import type { ApiFacts } from "./facts";
import { headers } from "./headers";
import { healthPaths } from "./health";
import { authorizePaths } from "./oauth/authorize";
import { deviceAuthorizationPaths } from "./oauth/device-authorization";
import { discoveryPaths } from "./oauth/discovery";
import { heldTokenPaths } from "./oauth/held-tokens";
import { openidPaths } from "./oauth/openid";
import { tokenPaths } from "./oauth/token";
import { describeSchemas } from "./schemas";
import { securitySchemes } from "./security";
import { tags } from "./tags";
import { dashboardCodePaths } from "./v1/dashboard-codes";
import { devicePaths } from "./v1/devices";
import { keyPaths } from "./v1/keys";
import { loginPaths } from "./v1/logins";

export type { ApiFacts } from "./facts";
export type * from "openapi3-ts/oas31";

const PATH = "/openapi.json";

const intro = `Sign a command line in with a browser: the person sees which terminal asks, and decides.

Existing command lines speak \`/v1\`. Anything new does best with an OAuth library and the discovery document: the endpoints under \`/oauth\` are the standards' own.

Every reply is JSON, and carries \`Cache-Control: no-store\` and an \`X-Request-Id\`. No path redirects to another spelling of itself; unknown paths are 404, other methods 405 with \`Allow\`.`;

/** Every public endpoint of this server, as OpenAPI 3.1. Its schemas are those that the handlers read and write by. */
export function describeApi(api: ApiFacts): OpenAPIObject {
  return {
    openapi: "3.1.1",
    info: {
      title: "Device login API",
      version: "1",
      description: intro,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: api.publicUrl }],
    tags: tags.map((tag) => ({ ...tag })),
    paths: {
      ...loginPaths(api),
      ...dashboardCodePaths(api),
      ...devicePaths(),
      ...keyPaths(api),
      ...deviceAuthorizationPaths(api),
      ...tokenPaths(),
      ...authorizePaths(),
      ...heldTokenPaths(api),
      ...discoveryPaths(api),
      ...openidPaths(),
      ...healthPaths(),
    },
    components: { schemas: describeSchemas(), headers, securitySchemes: securitySchemes(api) },
  };
}

/** `GET /openapi.json`: made at the first call, and kept. */
export function openapiRoutes(app: Hono, options: RestOptions): void {
  let text: string | undefined;
  app.get(PATH, (c) => {
    text ??= JSON.stringify(describeApi(options));
    return c.body(text, 200, { "Content-Type": "application/json" });
  });
  allowOnly(app, PATH, ["GET"]);
}
