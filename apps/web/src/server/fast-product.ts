import {
  answerOutcome,
  awaitDecision,
  introspectToken,
  introspectTokenFromMemory,
  pollFromMemory,
  pollLogin,
  verifyKey,
  verifyKeyFromMemory,
  type Sender,
} from "@alprina/api";
import type { FastProduct } from "@alprina/cli-auth/server";
import type { Container } from "./container";
import { addressOf } from "./front-door/client-address";
import type { NodeCall } from "./front-door/fast-lane";

/** Whether whoever asked is still there, as of this moment. */
const GONE = AbortSignal.abort();
const THERE = new AbortController().signal;

/** The services behind the fast lane: memory where that may answer, else the same that the procedures call. */
export function fastProduct({
  deps,
  env: { trustedProxies },
  measures,
  watch,
}: Pick<Container, "deps" | "env" | "measures" | "watch">): FastProduct<NodeCall> {
  // Read only where it is told or counted, which is where something is wrong.
  const senderOf = ({ request }: NodeCall): Sender => ({
    ipAddress: addressOf(request, trustedProxies),
    userAgent: request.headers["user-agent"] ?? null,
  });
  return {
    poll(input, call) {
      const { waitSeconds } = input;
      if (waitSeconds !== undefined) {
        const hangUp = hangUpOf(call);
        const wait = () => awaitDecision(deps, senderOf(call), { ...input, waitSeconds, hangUp });
        return watch("logins.poll", wait, answerOutcome);
      }
      const beganAt = performance.now();
      const remembered = pollFromMemory(deps, input);
      if (!remembered) {
        const hangUp = () => (call.request.socket.destroyed ? GONE : THERE);
        const poll = () => pollLogin(deps, senderOf(call), { ...input, hangUp });
        return watch("logins.poll", poll, answerOutcome);
      }
      measures.poll(secondsSince(beganAt));
      return remembered;
    },
    verifyKey(input) {
      const beganAt = performance.now();
      const remembered = verifyKeyFromMemory(deps, input);
      if (!remembered) return watch("keys.verify", () => verifyKey(deps, input), answerOutcome);
      measures.verify(secondsSince(beganAt));
      return remembered;
    },
    introspect(input, call) {
      const beganAt = performance.now();
      const remembered = introspectTokenFromMemory(deps, input);
      if (!remembered) {
        const introspect = () => introspectToken(deps, senderOf(call), input);
        return watch("tokens.introspect", introspect, answerOutcome);
      }
      measures.verify(secondsSince(beganAt));
      return remembered;
    },
  };
}

/** Aborts when the connection of this call is gone. */
function hangUpOf({ response }: NodeCall): () => AbortSignal {
  const controller = new AbortController();
  response.once("close", () => controller.abort());
  return () => controller.signal;
}

const secondsSince = (beganAt: number) => (performance.now() - beganAt) / 1000;
