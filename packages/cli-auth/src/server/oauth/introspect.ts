import type { Caller } from "@alprina/api";
import { tokenCallRequest, type IntrospectionResponse } from "../../protocol/index";
import type { RestOptions } from "../options";
import { readClient } from "./credentials";
import { readParameters } from "./parameters";

export type IntrospectAnswer = Awaited<ReturnType<Caller["tokens"]["introspect"]>>;

/** `POST /oauth/introspect` (RFC 7662), for registered resource servers. */
export async function introspect(
  request: Request,
  { createCaller, publicUrl }: RestOptions,
): Promise<Response> {
  const sent = await readParameters(request, tokenCallRequest);
  const answer = await createCaller(request).tokens.introspect({
    client: readClient(request.headers.get("authorization"), sent),
    token: sent.token,
  });
  return Response.json(introspectionReply(answer, publicUrl));
}

/** RFC 7662 §2.2: of what opens nothing, nothing is said but that. */
export function introspectionReply(answer: IntrospectAnswer, publicUrl: string): IntrospectionResponse {
  if (answer.kind === "inactive") return { active: false };
  const { key, person, scopes } = answer;
  return {
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
  };
}

function inSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
