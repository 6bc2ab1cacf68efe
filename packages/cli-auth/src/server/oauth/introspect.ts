import { tokenCallRequest, type IntrospectionResponse } from "../../protocol/index";
import type { RestOptions } from "../options";
import { readClient } from "./credentials";
import { readParameters } from "./parameters";

/** `POST /oauth/introspect` (RFC 7662), for registered resource servers. */
export async function introspect(
  request: Request,
  { createCaller, publicUrl }: RestOptions,
): Promise<Response> {
  const sent = await readParameters(request, tokenCallRequest);
  const answer = await createCaller(request).tokens.introspect({
    client: readClient(request, sent),
    token: sent.token,
  });
  if (answer.kind === "inactive") return Response.json({ active: false } satisfies IntrospectionResponse);
  const { key, person, scopes } = answer;
  return Response.json({
    active: true,
    scope: scopes.join(" "),
    client_id: key.clientId,
    ...(scopes.includes("email") && { username: person.email }),
    token_type: "Bearer",
    exp: inSeconds(key.expiresAt),
    iat: inSeconds(key.createdAt),
    sub: person.id,
    iss: publicUrl,
    jti: key.id,
  } satisfies IntrospectionResponse);
}

function inSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
