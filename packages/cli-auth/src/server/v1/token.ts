import { deviceTokenRequest } from "../../protocol/index";
import { readFields } from "../body";
import { denialSentence } from "../denial";
import type { RestOptions } from "../options";
import { WireError } from "../wire-error";
import { noteApplied, preferredWait } from "../prefer";
import { toKeyResponse } from "./key-response";

const PENDING = "User hasn't authorized yet. Keep polling.";
const SLOW_DOWN = "Polling too fast. Wait for the interval between polls.";
const EXPIRED = "Device code has expired. Please request a new one.";

/** `POST /v1/auth/device/token`: one poll (RFC 8628 §3.4-3.5). */
export async function pollDevice(request: Request, { createCaller }: RestOptions): Promise<Response> {
  const { device_code } = await readFields(request, deviceTokenRequest);
  const answer = await createCaller(request).logins.poll({
    deviceCode: device_code,
    waitSeconds: preferredWait(request),
  });
  noteApplied(request, answer);
  switch (answer.kind) {
    case "approved":
      return Response.json(toKeyResponse(answer.issued));
    case "pending":
      throw refuse("authorization_pending", PENDING);
    case "slow-down":
      throw refuse("slow_down", SLOW_DOWN, { interval: answer.intervalSeconds });
    case "expired":
      throw refuse("expired_token", EXPIRED);
    case "denied":
      // A bare string is what makes the command line in the field stop.
      throw new WireError(400, "access_denied", denialSentence(answer.reason));
    case "unknown":
    case "wrong-verifier":
      throw new WireError(404, "invalid_grant", "Invalid device code");
    case "person-gone":
      throw new WireError(404, "invalid_grant", "User not found");
  }
}

function refuse(
  error: "authorization_pending" | "slow_down" | "expired_token",
  message: string,
  body?: { interval: number },
): WireError {
  return new WireError(400, error, { error, message }, { body });
}
