import { deviceCodeTokenRequest, oauthGrants, tokenCallRequest } from "../../protocol/index";
import { fieldsOf } from "../body";
import { readClient } from "../oauth/credentials";
import { introspectionReply, type IntrospectAnswer } from "../oauth/introspect";
import { checkParameters, parametersOf } from "../oauth/parameters";
import { pollReply } from "../oauth/token";
import { preferredWait } from "../prefer";
import type { LaneOptions } from "./index";
import { heldOrNot, isClientLength, isOurLength, once, soon, type LaneCall, type Route } from "./route";

const parametersIn = ({ body, contentType }: LaneCall) => parametersOf(fieldsOf(body, contentType));

/** `POST /oauth/token` with a device code, as oauth/token.ts. Other grants go the long way. */
export function pollOAuth<Call extends LaneCall>({ product }: LaneOptions<Call>): Route<Call> {
  const reply = heldOrNot(pollReply);
  return (call) => {
    const parameters = parametersIn(call);
    if (parameters.grant_type !== oauthGrants.deviceCode) return undefined;
    const sent = checkParameters(parameters, deviceCodeTokenRequest);
    const client = readClient(call.authorization, sent);
    if (!isClientLength(client) || !isOurLength(sent.device_code, sent.code_verifier)) return undefined;
    const input = {
      client,
      deviceCode: sent.device_code,
      codeVerifier: sent.code_verifier,
      waitSeconds: preferredWait(call.prefer),
    };
    return soon(product.poll(input, call), reply);
  };
}

/** `POST /oauth/introspect`, as oauth/introspect.ts. */
export function introspect<Call extends LaneCall>({ product, publicUrl }: LaneOptions<Call>): Route<Call> {
  const reply = once((answer: IntrospectAnswer) => introspectionReply(answer, publicUrl));
  return (call) => {
    const sent = checkParameters(parametersIn(call), tokenCallRequest);
    const client = readClient(call.authorization, sent);
    if (!isClientLength(client) || !isOurLength(sent.token)) return undefined;
    return soon(product.introspect({ client, token: sent.token }, call), reply);
  };
}
