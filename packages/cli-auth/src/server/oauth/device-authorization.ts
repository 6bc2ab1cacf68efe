import { deviceAuthorizationRequest, type DeviceAuthorizationResponse } from "../../protocol/index";
import type { RestOptions } from "../options";
import { readClient } from "./credentials";
import { readParameters } from "./parameters";

/** `POST /oauth/device_authorization`: starts a login (RFC 8628 §3.1-3.2). */
export async function authorizeDevice(
  request: Request,
  { createCaller, publicUrl }: RestOptions,
): Promise<Response> {
  const sent = await readParameters(request, deviceAuthorizationRequest);
  const login = await createCaller(request).logins.start({
    client: readClient(request.headers.get("authorization"), sent),
    scope: sent.scope,
    challenge: { challenge: sent.code_challenge, method: sent.code_challenge_method },
    deviceName: sent.device_name,
    deviceOs: sent.device_os,
    clientVersion: sent.client_version,
  });
  const verificationUri = `${publicUrl}/authorize`;
  return Response.json({
    device_code: login.deviceCode,
    user_code: login.userCode,
    verification_uri: verificationUri,
    verification_uri_complete: `${verificationUri}?user_code=${login.userCode}`,
    expires_in: login.expiresInSeconds,
    interval: login.intervalSeconds,
  } satisfies DeviceAuthorizationResponse);
}
