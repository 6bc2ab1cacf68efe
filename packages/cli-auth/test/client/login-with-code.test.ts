import { expect, test } from "vitest";

import { loginWithCode } from "../../src/client";
import { API_KEY, approved, denied, pending, refusal } from "./bodies";
import { type Answer, fakeServer } from "./fake-server";

const waiting: Answer = {
  status: 202,
  body: {
    device_code: "x",
    interval: 2,
    expires_in: 600,
    verification_uri: "http://localhost:3000/settings",
  },
};

async function run(verify: Answer, polls: Answer[] = []) {
  const script = { "POST /v1/auth/cli-verify": [verify], "POST /v1/auth/device/token": polls };
  const server = await fakeServer(script);
  const prompts: unknown[] = [];
  const outcome = await loginWithCode({
    server: server.url,
    code: "k7m-2qx",
    onPrompt: (prompt) => void prompts.push(prompt),
    sleep: async () => {},
  }).catch((error: unknown) => error);
  return { outcome, prompts, received: server.received };
}

test("a code that is enough by itself gives the key and asks for nothing", async () => {
  const { outcome, prompts } = await run(approved);
  expect(outcome).toHaveProperty("apiKey", API_KEY);
  expect(prompts).toEqual([]);
});

test("a code that wants the click sends the person to the page, then waits", async () => {
  const { outcome, prompts, received } = await run(waiting, [pending, approved]);
  expect(outcome).toHaveProperty("apiKey", API_KEY);
  const page = "http://localhost:3000/settings";
  expect(prompts).toEqual([{ way: "dashboard", url: page, verificationUri: page, expiresInSeconds: 600 }]);
  expect(received[0]?.body).toEqual({ cli_code: "k7m-2qx", confirm: true });
});

test("a click on deny ends it", async () => {
  expect((await run(waiting, [pending, denied])).outcome).toHaveProperty("code", "access_denied");
});

test.each([
  ["unknown", 404, "Invalid or expired CLI code"],
  ["used", 400, "CLI code has already been used"],
])("a code that is %s ends it with the server's sentence", async (_what, status, sentence) => {
  const { outcome } = await run(refusal(status, "invalid_grant", sentence));
  expect(outcome).toMatchObject({ kind: "refused", status, message: sentence });
});
