import type { Hono } from "hono";
import { oauthPaths } from "../../protocol/index";
import { allowOnly } from "../methods";
import type { RestOptions } from "../options";
import { authorizeDevice } from "./device-authorization";
import { introspect } from "./introspect";
import { metadata } from "./metadata";
import { revoke } from "./revoke";
import { requestToken } from "./token";
import { userinfo } from "./userinfo";

/** `/oauth/*` and the well-known documents: a table of contents. The page `/oauth/authorize` is the web app's. */
export function oauthRoutes(app: Hono, options: RestOptions): void {
  const { authorizationServerMetadata, openidConfiguration, ...calls } = oauthPaths;

  for (const path of [authorizationServerMetadata, openidConfiguration]) {
    app.get(path, (c) => c.json(metadata(options)));
    allowOnly(app, path, ["GET"]);
  }
  app.post(calls.deviceAuthorization, (c) => authorizeDevice(c.req.raw, options));
  app.post(calls.token, (c) => requestToken(c.req.raw, options));
  app.post(calls.revoke, (c) => revoke(c.req.raw, options));
  app.post(calls.introspect, (c) => introspect(c.req.raw, options));
  app.on(["GET", "POST"], calls.userinfo, (c) => userinfo(c.req.raw, options));
  app.get(calls.jwks, async (c) =>
    c.json({ keys: await options.createCaller(c.req.raw).tokens.publicKeys() }),
  );

  for (const path of [calls.deviceAuthorization, calls.token, calls.revoke, calls.introspect]) {
    allowOnly(app, path, ["POST"]);
  }
  allowOnly(app, calls.userinfo, ["GET", "POST"]);
  allowOnly(app, calls.jwks, ["GET"]);
}
