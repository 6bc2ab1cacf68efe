import type { Caller } from "@alprina/api";
import { deviceTokenRequest, type KeyResponse } from "../../protocol/index";
import { readFields } from "../body";
import { denialSentence } from "../denial";
import type { RestOptions } from "../options";
import { WireError } from "../wire-error";
import { perInterval } from "../per-interval";
import { noteApplied, preferredWait } from "../prefer";
import { toKeyResponse } from "./key-response";

const PENDING = "User hasn't authorized yet. Keep polling.";
const SLOW_DOWN = "Polling too fast. Wait for the interval between polls.";
const EXPIRED = "Device code has expired. Please request a new one.";
const pending = refuse("authorization_pending", PENDING);
const slowDown = perInterval((interval) => refuse("slow_down", SLOW_DOWN, { interval }));

export type PollAnswer = Awaited<ReturnType<Caller["logins"]["poll"]>>;

/** `POST /v1/auth/device/token`: one poll (RFC 8628 §3.4-3.5). */
export async function pollDevice(request: Request, { createCaller }: RestOptions): Promise<Response> {
  const { device_code } = await readFields(request, deviceTokenRequest);
  const answer = await createCaller(request).logins.poll({
    deviceCode: device_code,
    waitSeconds: preferredWait(request.headers.get("prefer")),
  });
  noteApplied(request, answer);
  const reply = pollReply(answer);
  if (reply instanceof WireError) throw reply;
  return Response.json(reply);
}

/** A refusal is answered and not thrown: *pending* is what nearly all polls are told, and costs nothing so. */
export function pollReply(answer: PollAnswer): KeyResponse | WireError {
  switch (answer.kind) {
    case "approved":
      return toKeyResponse(answer.issued);
    case "pending":
      return pending;
    case "slow-down":
      return slowDown(answer.intervalSeconds);
    case "expired":
      return refuse("expired_token", EXPIRED);
    case "denied":
      // A bare string is what makes the command line in the field stop.
      return new WireError(400, "access_denied", denialSentence(answer.reason));
    case "unknown":
    case "wrong-verifier":
      return new WireError(404, "invalid_grant", "Invalid device code");
    case "person-gone":
      return new WireError(404, "invalid_grant", "User not found");
  }
}

function refuse(
  error: "authorization_pending" | "slow_down" | "expired_token",
  message: string,
  body?: { interval: number },
): WireError {
  return new WireError(400, error, { error, message }, { body });
}
