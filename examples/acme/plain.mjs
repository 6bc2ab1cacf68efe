#!/usr/bin/env node
/**
 * acme, with Node's own parser: acme login [--code K7M2QX] | logout | whoami | hello
 */
import { parseArgs } from "node:util";
import { createCliAuth } from "@alprina/cli-auth/client/node";

const { ACME_API = "http://localhost:8080" } = process.env;

const auth = createCliAuth({
  name: "acme",
  server: "http://localhost:3000",
  version: "1.0.0",
});

const commands = {
  login: ({ code }) => auth.login({ code }),
  logout: () => auth.logout(),

  async whoami() {
    const { user, device } = await auth.whoami();
    console.log(`${user.email} on ${device.name}`);
  },

  async hello() {
    const response = await fetch(ACME_API, { headers: { Authorization: `Bearer ${await auth.apiKey()}` } });
    if (!response.ok) throw new Error(`The API answered ${response.status}.`);
    const { hello } = await response.json();
    console.log(`Hello ${hello}`);
  },
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { code: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  const command = commands[positionals[0]];
  if (values.help) console.log(`Usage: acme ${Object.keys(commands).join(" | ")}`);
  else if (command) await command(values);
  else throw new Error("There is no such command: acme --help");
} catch (error) {
  auth.fail(error);
}
