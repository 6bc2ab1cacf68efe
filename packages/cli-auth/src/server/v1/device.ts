import { deviceRequest, type DeviceResponse } from "../../protocol/index";
import { readFields } from "../body";
import type { RestOptions } from "../options";

/** `POST /v1/auth/device`: starts a login (RFC 8628 §3.1-3.2). */
export async function startDevice(
  request: Request,
  { createCaller, publicUrl }: RestOptions,
): Promise<Response> {
  const fields = await readFields(request, deviceRequest);
  const login = await createCaller(request).logins.start({
    claimedClientId: fields.client_id,
    scope: fields.scope,
    deviceName: fields.device_name,
    deviceOs: fields.device_os,
    clientVersion: fields.client_version,
  });
  const verificationUri = `${publicUrl}/authorize`;
  return Response.json({
    device_code: login.deviceCode,
    user_code: login.userCode,
    // Without a query: command lines in the field append `?user_code=` themselves.
    verification_url: verificationUri,
    verification_uri: verificationUri,
    verification_uri_complete: `${verificationUri}?user_code=${login.userCode}`,
    expires_in: login.expiresInSeconds,
    interval: login.intervalSeconds,
  } satisfies DeviceResponse);
}
