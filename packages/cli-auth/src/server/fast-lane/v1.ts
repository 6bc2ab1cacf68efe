import { deviceTokenRequest } from "../../protocol/index";
import { checkFields, fieldsOf } from "../body";
import { meReply, readKey, type VerifyAnswer } from "../v1/me";
import { pollReply } from "../v1/token";
import type { LaneOptions } from "./index";
import { isOurLength, once, soon, type LaneCall, type Route } from "./route";

/** `POST /v1/auth/device/token`, as v1/token.ts. */
export const pollV1 =
  <Call extends LaneCall>({ product }: LaneOptions<Call>): Route<Call> =>
  (call) => {
    const sent = checkFields(fieldsOf(call.body, call.contentType), deviceTokenRequest);
    if (!isOurLength(sent.device_code)) return undefined;
    return soon(product.poll({ deviceCode: sent.device_code }, call), pollReply);
  };

/** `GET /v1/auth/me`, as v1/me.ts. */
export function me<Call extends LaneCall>(options: LaneOptions<Call>): Route<Call> {
  const reply = once((answer: VerifyAnswer) => meReply(answer, options));
  return (call) => {
    const apiKey = readKey(call.authorization, options);
    return soon(options.product.verifyKey({ apiKey }, call), reply);
  };
}
