import { tokenCallRequest } from "../../protocol/index";
import type { RestOptions } from "../options";
import { readClient } from "./credentials";
import { OAuthError } from "./oauth-error";
import { readParameters } from "./parameters";

/** `POST /oauth/revoke` (RFC 7009): 200 also for a token that is not known, since it opens nothing either way. */
export async function revoke(request: Request, { createCaller }: RestOptions): Promise<Response> {
  const sent = await readParameters(request, tokenCallRequest);
  const answer = await createCaller(request).tokens.revoke({
    client: readClient(request.headers.get("authorization"), sent),
    token: sent.token,
  });
  if (answer.kind === "not-yours") {
    throw new OAuthError(400, "invalid_grant", "This token was issued to another client.");
  }
  return Response.json({});
}
