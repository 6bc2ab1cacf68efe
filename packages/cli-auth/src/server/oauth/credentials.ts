import { invalidClient, invalidRequest } from "./oauth-error";

export interface SentClient {
  clientId: string;
  clientSecret?: string;
}

/**
 * Who calls (RFC 6749 §2.3.1): by HTTP Basic, which is the Authorization `header`, or by `client_id` and `client_secret` in the body. An empty secret is
 * none, so `Basic id:` is a public client.
 * @throws OAuthError `invalid_client` (401) without a client, `invalid_request` for two that contradict.
 */
export function readClient(
  header: string | null,
  { client_id, client_secret }: { client_id?: string; client_secret?: string },
): SentClient {
  if (header === null) {
    if (!client_id) throw invalidClient("client_id is missing. Send it in the body, or by HTTP Basic.");
    return { clientId: client_id, clientSecret: client_secret };
  }
  const basic = readBasic(header);
  if (client_id && client_id !== basic.clientId) {
    throw invalidRequest("The client_id in the body is not the one in the Authorization header.");
  }
  if (client_secret && basic.clientSecret) {
    throw invalidRequest("Prove the client one way, by HTTP Basic or in the body, not both.");
  }
  return { clientId: basic.clientId, clientSecret: basic.clientSecret ?? client_secret };
}

function readBasic(header: string): SentClient {
  const encoded = /^basic +([A-Za-z0-9+/_-]+={0,2}) *$/i.exec(header)?.[1];
  const decoded = encoded && Buffer.from(encoded, "base64").toString("utf8");
  const colon = decoded ? decoded.indexOf(":") : -1;
  if (!decoded || colon < 1)
    throw invalidClient("The Authorization header must be Basic with client_id:client_secret.");
  const clientSecret = formDecoded(decoded.slice(colon + 1));
  return { clientId: formDecoded(decoded.slice(0, colon)), clientSecret: clientSecret || undefined };
}

/** The two are form-encoded before they are joined; clients that forget to are understood as well. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch {
    return text;
  }
}
