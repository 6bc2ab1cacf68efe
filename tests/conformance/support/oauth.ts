import { call } from "@alprina/contract-tests/support/call";
import type { Host } from "@alprina/contract-tests/support/hosts";
import type { Reply } from "@alprina/contract-tests/support/http";
import { server } from "./cast";
import { basic as basicPair, post } from "@alprina/contract-tests/support/oauth";

export {
  DEVICE_CODE as DEVICE_GRANT,
  expectOAuthRefusal as expectError,
  pkce,
  startReply,
  tokenReply,
} from "@alprina/contract-tests/support/oauth";
export { read } from "@alprina/contract-tests/support/wire";

export type Endpoint = "device_authorization" | "token" | "revoke" | "introspect" | "userinfo" | "jwks";

/** A form-encoded POST to one of the endpoints. */
export const oauth = (
  host: Host,
  endpoint: Endpoint,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Reply> => post(host, `/oauth/${endpoint}`, form, { headers });

/** Asks with this access token who its person is. */
export const userinfo = (host: Host, accessToken = ""): Promise<Reply> =>
  call(host, "GET", "/oauth/userinfo", accessToken ? { bearer: accessToken } : {});

/** The header by which a client proves itself (RFC 6749 §2.3.1); an empty secret is none. */
export const basic = ({ id, secret }: { id: string; secret: string | null }) => ({
  Authorization: basicPair(id, secret ?? ""),
});

/** The word of a refusal, or "token". */
export const wordOf = ({ status, body }: Reply): string =>
  status === 200 ? "token" : ((body as { error?: string } | undefined)?.error ?? `status ${status}`);

/** Whether this access token opens something now. */
export async function isGood(accessToken: string): Promise<boolean> {
  const { status } = await userinfo(server, accessToken);
  if (status !== 200 && status !== 401) throw new Error(`userinfo answered ${status}`);
  return status === 200;
}
