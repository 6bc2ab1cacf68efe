import type { UserinfoResponse } from "../../protocol/index";
import type { RestOptions } from "../options";
import { OAuthError } from "./oauth-error";

/** `GET` or `POST /oauth/userinfo` (OpenID Connect Core §5.3, RFC 6750 §2.1: the key in the header only). */
export async function userinfo(request: Request, { createCaller }: RestOptions): Promise<Response> {
  const header = request.headers.get("authorization");
  const apiKey = /^bearer +([^\s]{1,512}) *$/i.exec(header ?? "")?.[1];
  if (!apiKey) {
    // RFC 6750 §3.1: whoever brought nothing is told the scheme and no error.
    throw new OAuthError(401, "invalid_token", "Send Authorization: Bearer with an access token.", {
      headers: { "WWW-Authenticate": header === null ? "Bearer" : challenge("invalid_token") },
    });
  }
  const answer = await createCaller(request).tokens.claims({ apiKey });
  switch (answer.kind) {
    case "claims":
      return Response.json(answer.claims satisfies UserinfoResponse);
    case "invalid":
      throw new OAuthError(401, "invalid_token", "This access token is not good, or not any more.", {
        headers: { "WWW-Authenticate": challenge("invalid_token") },
      });
    case "insufficient-scope":
      throw new OAuthError(403, "insufficient_scope", "This access token was not granted the scope openid.", {
        headers: { "WWW-Authenticate": `${challenge("insufficient_scope")}, scope="openid"` },
      });
  }
}

const challenge = (error: string) => `Bearer error="${error}"`;
