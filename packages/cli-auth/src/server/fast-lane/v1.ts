import { deviceTokenRequest } from "../../protocol/index";
import { checkFields, fieldsOf } from "../body";
import { meReply, readKey, type VerifyAnswer } from "../v1/me";
import { preferredWait } from "../prefer";
import { pollReply } from "../v1/token";
import type { LaneOptions } from "./index";
import { heldOrNot, isOurLength, once, soon, type LaneCall, type Route } from "./route";

/** `POST /v1/auth/device/token`, as v1/token.ts. */
export function pollV1<Call extends LaneCall>({ product }: LaneOptions<Call>): Route<Call> {
  const reply = heldOrNot(pollReply);
  return (call) => {
    const sent = checkFields(fieldsOf(call.body, call.contentType), deviceTokenRequest);
    if (!isOurLength(sent.device_code)) return undefined;
    const input = { deviceCode: sent.device_code, waitSeconds: preferredWait(call.prefer) };
    return soon(product.poll(input, call), reply);
  };
}

/** `GET /v1/auth/me`, as v1/me.ts. */
export function me<Call extends LaneCall>(options: LaneOptions<Call>): Route<Call> {
  const reply = once((answer: VerifyAnswer) => meReply(answer, options));
  return (call) => {
    const apiKey = readKey(call.authorization, options);
    return soon(options.product.verifyKey({ apiKey }, call), reply);
  };
}
