import {
  introspectToken,
  introspectTokenFromMemory,
  pollFromMemory,
  pollLogin,
  verifyKey,
  verifyKeyFromMemory,
  type Deps,
  type Sender,
} from "@alprina/api";
import type { FastProduct } from "@alprina/cli-auth/server";
import type { Env } from "@/env";
import { addressOf } from "./front-door/client-address";
import type { NodeCall } from "./front-door/fast-lane";

/** The services behind the fast lane: memory where that may answer, else the same that the procedures call. */
export function fastProduct(
  deps: Deps,
  { trustedProxies }: Pick<Env, "trustedProxies">,
): FastProduct<NodeCall> {
  // Read only where it is told or counted, which is where something is wrong.
  const senderOf = ({ request }: NodeCall): Sender => ({
    ipAddress: addressOf(request, trustedProxies),
    userAgent: request.headers["user-agent"] ?? null,
  });
  return {
    poll: (input, call) => pollFromMemory(deps, input) ?? pollLogin(deps, senderOf(call), input),
    verifyKey: (input) => verifyKeyFromMemory(deps, input) ?? verifyKey(deps, input),
    introspect: (input, call) =>
      introspectTokenFromMemory(deps, input) ?? introspectToken(deps, senderOf(call), input),
  };
}
