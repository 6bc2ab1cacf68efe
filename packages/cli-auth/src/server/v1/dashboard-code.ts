import {
  cliVerifyRequest,
  type ConfirmationResponse,
  type DashboardCodeResponse,
} from "../../protocol/index";
import { readFields } from "../body";
import type { RestOptions } from "../options";
import { WireError } from "../wire-error";
import { toKeyResponse } from "./key-response";

/** `POST /v1/auth/dashboard-code`: a code to type into a command line, for the person who is signed in. */
export async function requestDashboardCode(
  request: Request,
  { createCaller }: RestOptions,
): Promise<Response> {
  const issued = await createCaller(request).dashboardCodes.issue();
  return Response.json({
    cli_code: issued.code,
    expires_in: issued.expiresInSeconds,
    message: `Enter this code in your CLI: ${issued.command}`,
  } satisfies DashboardCodeResponse);
}

/** `POST /v1/auth/cli-verify`: the command line brings that code. */
export async function redeemCode(
  request: Request,
  { createCaller, publicUrl, cliName }: RestOptions,
): Promise<Response> {
  const fields = await readFields(request, cliVerifyRequest);
  const answer = await createCaller(request).dashboardCodes.redeem({
    dashboardCode: fields.cli_code,
    offersConfirmation: fields.confirm,
    deviceName: fields.device_name,
    deviceOs: fields.device_os,
    clientVersion: fields.client_version,
  });
  switch (answer.kind) {
    case "key":
      return Response.json(toKeyResponse(answer.issued));
    case "confirmation":
      return Response.json(
        {
          device_code: answer.deviceCode,
          interval: answer.intervalSeconds,
          expires_in: answer.expiresInSeconds,
          verification_uri: `${publicUrl}/settings/devices`,
        } satisfies ConfirmationResponse,
        { status: 202 },
      );
    case "unknown":
      throw new WireError(404, "not_found", "Invalid or expired CLI code");
    case "used":
      throw new WireError(400, "invalid_grant", "CLI code has already been used");
    case "confirmation-required":
      throw new WireError(
        403,
        "confirmation_required",
        `This server wants CLI codes confirmed in the browser, which this version cannot do. Update it, or run "${cliName} login" without a code.`,
      );
  }
}
