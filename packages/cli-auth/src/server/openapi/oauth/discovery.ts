import type { OperationObject, PathsObject } from "openapi3-ts/oas31";
import { oauthPaths } from "../../../protocol/index";
import { metadata } from "../../oauth/metadata";
import { reply } from "../bodies";
import type { ApiFacts } from "../facts";
import { security } from "../security";

const document = (api: ApiFacts, operationId: string, tag: string, summary: string): OperationObject => ({
  operationId,
  tags: [tag],
  summary,
  description:
    "Where everything is and what it can do. Give a client library the issuer, and it finds the rest here. Both documents say the same.",
  security: security.none,
  responses: { 200: reply("The document.", "ServerMetadata", metadata(api)) },
});

/** RFC 8414 §3, OpenID Connect Discovery §4. */
export const discoveryPaths = (api: ApiFacts): PathsObject => ({
  [oauthPaths.authorizationServerMetadata]: {
    get: document(api, "discoverOAuth", "OAuth", "Discovery for OAuth clients"),
  },
  [oauthPaths.openidConfiguration]: {
    get: document(api, "discoverOpenID", "OpenID", "Discovery for OpenID clients"),
  },
});
