import { describe, expect, test, vi } from "vitest";

import { keyAuth, type KeyVerifier, MisuseError } from "../../src/verifier";
import { active, aKey, away, inactive, verifierOf } from "./introspections";

async function refusalOf(admission: ReturnType<ReturnType<typeof keyAuth>>) {
  const outcome = await admission;
  if (outcome.kind !== "refused") throw new Error("Admitted.");
  const { status, headers, body } = outcome.refusal;
  expect(headers).toMatchObject({ "Content-Type": "application/json", "Cache-Control": "no-store" });
  const { error } = JSON.parse(body) as { error: string };
  return { status, error, challenge: headers["WWW-Authenticate"], retryAfter: headers["Retry-After"] };
}

describe("a caller", () => {
  test("with a good key is let in, and named", async () => {
    const { verifier } = await verifierOf([active()]);
    const admission = await keyAuth(verifier, { scopes: ["openid", "profile"] })(`Bearer ${aKey()}`);
    expect(admission).toMatchObject({ kind: "admitted", key: { personId: "u1" } });
  });

  test("without a key is told the scheme, and no error", async () => {
    const { verifier } = await verifierOf([active()]);
    const expected = { status: 401, error: "invalid_token", challenge: "Bearer", retryAfter: undefined };
    for (const header of [undefined, null, "", "Basic YTpi"]) {
      expect(await refusalOf(keyAuth(verifier)(header))).toEqual(expected);
    }
  });

  test("with a bad key is told so", async () => {
    const { verifier } = await verifierOf([inactive]);
    const challenge = 'Bearer error="invalid_token"';
    for (const header of ["Bearer", "Bearer a b", "Bearer nonsense", `Bearer ${aKey()}`]) {
      const refusal = await refusalOf(keyAuth(verifier)(header));
      expect(refusal).toMatchObject({ status: 401, error: "invalid_token", challenge });
    }
  });

  test("whose key lacks a scope is told all that the call needs", async () => {
    const { verifier } = await verifierOf([active()]);
    const admit = keyAuth(verifier, { scopes: ["profile", "devices:read"] });
    expect(await refusalOf(admit(`Bearer ${aKey()}`))).toEqual({
      status: 403,
      error: "insufficient_scope",
      challenge: 'Bearer error="insufficient_scope", scope="profile devices:read"',
      retryAfter: undefined,
    });
  });

  test.each([
    ["is away", away, "7"],
    ["is gone", "drop", "2"],
  ] as const)(
    "is let wait when the server %s, and only the log hears why",
    async (_what, said, retryAfter) => {
      const { verifier } = await verifierOf([said]);
      const onUnavailable = vi.fn();
      const admission = keyAuth(verifier, { onUnavailable })(`Bearer ${aKey()}`);
      expect(await refusalOf(admission)).toEqual({
        status: 503,
        error: "temporarily_unavailable",
        challenge: undefined,
        retryAfter,
      });
      expect(onUnavailable).toHaveBeenCalledOnce();
      const { refusal } = (await admission) as { refusal: { body: string } };
      expect(refusal.body).toBe(
        '{"error":"temporarily_unavailable","error_description":"API keys cannot be verified at the moment."}',
      );
    },
  );
});

test("an error that is none of ours is nobody's refusal, and lets nobody in", async () => {
  const broken = new Error("a bug");
  const verifier: KeyVerifier = { verifyKey: () => Promise.reject(broken) };
  await expect(keyAuth(verifier)("Bearer x")).rejects.toBe(broken);
});

test("a scope that would end the header that it stands in is refused at the start", async () => {
  const { verifier } = await verifierOf([active()]);
  for (const scope of ["", "two words", 'a"b', "a\r\nSet-Cookie: b"]) {
    expect(() => keyAuth(verifier, { scopes: [scope] })).toThrow(MisuseError);
  }
});
