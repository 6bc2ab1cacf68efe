import type { SchemaObject } from "openapi3-ts/oas31";
import { z } from "zod";
import * as wire from "../../protocol/index";
import { glossary } from "./glossary";

const { deviceCode, authorizationCode, refreshToken } = wire.oauthGrants;

/** What the handlers parse. */
const requests = {
  DeviceRequest: wire.deviceRequest,
  DeviceTokenRequest: wire.deviceTokenRequest,
  DeviceAuthorizeRequest: wire.deviceAuthorizeRequest,
  CliVerifyRequest: wire.cliVerifyRequest,
  RenameDeviceRequest: wire.renameDeviceRequest,
  DeviceAuthorizationRequest: wire.deviceAuthorizationRequest,
  // The token endpoint reads `grant_type` first, and then what belongs to it.
  DeviceCodeTokenRequest: wire.deviceCodeTokenRequest.extend({ grant_type: z.literal(deviceCode) }),
  AuthorizationCodeTokenRequest: wire.authorizationCodeTokenRequest.extend({
    grant_type: z.literal(authorizationCode),
  }),
  RefreshTokenRequest: wire.refreshTokenRequest.extend({ grant_type: z.literal(refreshToken) }),
  TokenCallRequest: wire.tokenCallRequest,
};

/** What the handlers answer. */
const responses = {
  DeviceResponse: wire.deviceResponse,
  Person: wire.person,
  KeyResponse: wire.keyResponse,
  ConfirmationResponse: wire.confirmationResponse,
  AuthorizeResponse: wire.authorizeResponse,
  DashboardCodeResponse: wire.dashboardCodeResponse,
  Device: wire.deviceItem,
  MeResponse: wire.meResponse,
  // A client lets unknown words pass; a server says these, and always all three fields.
  Error: wire.errorBody
    .extend({ error: z.enum([...wire.errorWords, ...wire.keyErrorWords]) })
    .required({ error_description: true, detail: true }),
  DeviceAuthorizationResponse: wire.deviceAuthorizationResponse,
  TokenResponse: wire.tokenResponse,
  IntrospectionResponse: wire.introspectionResponse,
  UserinfoResponse: wire.userinfoResponse,
  JwksResponse: wire.jwksResponse,
  ServerMetadata: wire.serverMetadata,
  OAuthError: wire.oauthErrorBody,
};

export type SchemaName = keyof typeof requests | keyof typeof responses;

/** A schema of the document, by its name. */
export const ref = (name: SchemaName) => ({ $ref: uri(name) });

const uri = (name: string) => `#/components/schemas/${name}`;

/** `components.schemas`: the handlers' zod schemas as JSON Schema 2020-12, with the glossary's words. */
export function describeSchemas(): Record<string, SchemaObject> {
  const described: Record<string, SchemaObject> = {};
  for (const [named, io] of [
    [requests, "input"],
    [responses, "output"],
  ] as const) {
    const registry = z.registry<{ id: string }>();
    for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
    const { schemas } = z.toJSONSchema(registry, { io, uri });
    for (const [name, { $schema: _, $id: __, ...schema }] of Object.entries(schemas)) {
      described[name] = explained(schema as SchemaObject, name);
    }
  }
  return described;
}

/** With a description on every field. And open: a server may say more one day, and a client must not mind. */
function explained({ additionalProperties, ...schema }: SchemaObject, name: string): SchemaObject {
  const within = (inner: unknown) => explained(inner as SchemaObject, name);
  const { properties, items } = schema;
  return {
    ...schema,
    ...(additionalProperties !== false && additionalProperties !== undefined && { additionalProperties }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([field, inner]) => {
          const description = glossary[`${name}.${field}`] ?? glossary[field];
          return [field, { ...within(inner), ...(description !== undefined && { description }) }];
        }),
      ),
    }),
    ...(items && { items: within(items) }),
    ...Object.fromEntries(
      (["anyOf", "oneOf", "allOf"] as const).flatMap((word) => {
        const parts = schema[word];
        return parts ? [[word, parts.map(within)]] : [];
      }),
    ),
  };
}
