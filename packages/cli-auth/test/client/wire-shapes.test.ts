import { describe, expect, test } from "vitest";

import * as schemas from "../../src/protocol";
import * as clientShapes from "../../src/client/wire-shapes";
import { introspectionResponse } from "../../src/verifier/introspection-shape";

const shapes = { ...clientShapes, introspectionResponse };

/** A reply of each kind, whole; each of its fields is then spoilt in turn. */
const replies: Record<Exclude<keyof typeof shapes, "deviceItems" | "serverMetadata">, object> = {
  deviceResponse: {
    ...{ device_code: "d", user_code: "u", verification_url: "v", verification_uri: "v" },
    ...{ verification_uri_complete: "c", expires_in: 900, interval: 5 },
  },
  deviceAuthorizationResponse: {
    ...{ device_code: "d", user_code: "u", verification_uri: "v" },
    ...{ verification_uri_complete: "c", expires_in: 900, interval: 5 },
  },
  keyResponse: {
    api_key: "k",
    user: { id: "u", email: "e", full_name: null, tier: "none" },
    expires_at: "2027",
    device: { id: "d", name: "n" },
  },
  confirmationResponse: { device_code: "d", interval: 5, expires_in: 600, verification_uri: "v" },
  deviceItem: {
    ...{ id: "d", name: "n", created_at: "2026", last_used: null, status: "active", expired: false },
    ...{ expires_at: "2027", revoked_at: "2026", key_start: "k", client: "c", client_version: null },
    ...{ os: "o", ip_address: null },
  },
  meResponse: {
    user: { id: "u", email: "e", full_name: "F", tier: "none", created_at: "2026" },
    device: { id: "d", name: "n", created_at: "2026", expires_at: "2027" },
  },
  tokenResponse: {
    access_token: "k",
    token_type: "Bearer",
    expires_in: 3600,
    scope: "s",
    refresh_token: "r",
  },
  errorBody: {
    error: "e",
    error_description: "d",
    detail: { error: "e", message: "m", hint: "h" },
    interval: 5,
  },
  introspectionResponse: {
    ...{ active: true, scope: "s", client_id: "c", username: "u", token_type: "Bearer" },
    ...{ exp: 1_800_000_000, iat: 1_700_000_000, sub: "u", iss: "https://l", jti: "d" },
  },
};

const spoilt = [undefined, null, "", 0, 1.5, -1, true, [], {}, "active", "Bearer", Number.NaN];

/** The object with one of its leaves replaced, for every leaf and everything that it may be replaced by. */
function* spoil(value: object): Generator<object> {
  for (const [key, field] of Object.entries(value) as [string, unknown][]) {
    for (const other of spoilt) yield { ...value, [key]: other };
    if (typeof field === "object" && field !== null)
      for (const inner of spoil(field)) yield { ...value, [key]: inner };
  }
}

describe("a reply is understood by the client, and by the verifier, as the wire's own schema understands it", () => {
  test.each(Object.keys(replies) as (keyof typeof replies)[])("%s", (name) => {
    const reply = replies[name];
    let checked = 0;
    for (const sent of [
      reply,
      { ...reply, more: 1 },
      { active: false, more: 1 },
      [],
      null,
      "x",
      ...spoil(reply),
    ]) {
      const mine = shapes[name].safeParse(sent);
      const theirs = schemas[name].safeParse(sent);
      expect(mine.success, JSON.stringify(sent)).toBe(theirs.success);
      if (mine.success && name !== "errorBody") expect(mine.data).toEqual(theirs.data);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(40);
  });

  test("a list says which of its items is wrong", () => {
    const parsed = shapes.deviceItems.safeParse([replies.deviceItem, { ...replies.deviceItem, id: 1 }]);
    expect(parsed).toEqual({ success: false, error: { issues: [{ path: [1, "id"] }] } });
  });
});
