import { randomInt } from "node:crypto";
import { drawApiKey } from "@alprina/api/domain/api-key";

import { createKeyVerifier, type KeyVerifierOptions } from "../../src/verifier";
import { type Answer, fakeServer, type Said } from "../client/fake-server";

export const NOW_SECONDS = 1_800_000_000;

/** A key of the right form that no other test has. */
export const aKey = (prefix = "alprina_sk_live_") => drawApiKey(prefix, (bound) => randomInt(bound));

/** What the server says of a good key (RFC 7662 §2.2). */
export const active = (more: object = {}): Said => ({
  status: 200,
  body: {
    active: true,
    scope: "openid profile",
    client_id: "alprina-cli",
    token_type: "Bearer",
    exp: NOW_SECONDS + 3_600,
    iat: NOW_SECONDS - 60,
    sub: "u1",
    iss: "https://login.example.com",
    jti: "d1",
    ...more,
  },
});

export const inactive: Said = { status: 200, body: { active: false } };

export const away: Said = {
  status: 503,
  body: { error: "temporarily_unavailable", error_description: "Database unavailable" },
  headers: { "Retry-After": "7" },
};

/** A verifier against a script of answers, on a clock that only `pass` moves. */
export async function verifierOf(answers: Answer[], options: Partial<KeyVerifierOptions> = {}) {
  const server = await fakeServer({ "POST /oauth/introspect": answers });
  let nowMs = NOW_SECONDS * 1000;
  const verifier = createKeyVerifier({
    server: server.url,
    clientId: "acme-api",
    clientSecret: "s3cr:t+%",
    clock: () => nowMs,
    ...options,
  });
  return {
    ...verifier,
    verifier,
    /** What was asked so far. */
    questions: server.received,
    pass: (seconds: number) => void (nowMs += seconds * 1000),
  };
}
