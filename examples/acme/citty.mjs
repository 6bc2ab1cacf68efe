#!/usr/bin/env node
/**
 * acme, with citty: acme login [--code K7M2QX] | logout | whoami | hello
 */
import { createCliAuth } from "@alprina/cli-auth/client/node";
import { defineCommand, runMain } from "citty";

const { ACME_API = "http://localhost:8080" } = process.env;

const auth = createCliAuth({
  name: "acme",
  server: "http://localhost:3000",
  version: "1.0.0",
});

/** One that fails ends with a sentence; citty itself would print the stack. */
const command = (description, run, args = {}) =>
  defineCommand({ meta: { description }, args, run: ({ args }) => run(args).catch(auth.fail) });

async function whoami() {
  const { user, device } = await auth.whoami();
  console.log(`${user.email} on ${device.name}`);
}

async function hello() {
  const response = await fetch(ACME_API, { headers: { Authorization: `Bearer ${await auth.apiKey()}` } });
  if (!response.ok) throw new Error(`The API answered ${response.status}.`);
  const { hello } = await response.json();
  console.log(`Hello ${hello}`);
}

const code = { type: "string", description: "with a code from the settings page" };

await runMain(
  defineCommand({
    meta: { name: "acme", version: "1.0.0", description: "Says hello to the API of Acme." },
    subCommands: {
      login: command("sign this device in", ({ code }) => auth.login({ code }), { code }),
      logout: command("revoke this device's key and forget it", () => auth.logout()),
      whoami: command("ask the server who is signed in", whoami),
      hello: command("call the API", hello),
    },
  }),
);
