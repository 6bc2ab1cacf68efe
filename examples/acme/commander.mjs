#!/usr/bin/env node
/**
 * acme, with commander: acme login [--code K7M2QX] | logout | whoami | hello
 */
import { createCliAuth } from "@alprina/cli-auth/client/node";
import { program } from "commander";

const { ACME_API = "http://localhost:8080" } = process.env;

const auth = createCliAuth({
  name: "acme",
  server: "http://localhost:3000",
  version: "1.0.0",
});

program.name("acme").description("Says hello to the API of Acme.").version("1.0.0");

program
  .command("login")
  .description("sign this device in")
  .option("--code <code>", "with a code from the settings page")
  .action(({ code }) => auth.login({ code }));

program
  .command("logout")
  .description("revoke this device's key and forget it")
  .action(() => auth.logout());

program
  .command("whoami")
  .description("ask the server who is signed in")
  .action(async () => {
    const { user, device } = await auth.whoami();
    console.log(`${user.email} on ${device.name}`);
  });

program
  .command("hello")
  .description("call the API")
  .action(async () => {
    const response = await fetch(ACME_API, { headers: { Authorization: `Bearer ${await auth.apiKey()}` } });
    if (!response.ok) throw new Error(`The API answered ${response.status}.`);
    const { hello } = await response.json();
    console.log(`Hello ${hello}`);
  });

await program.parseAsync().catch(auth.fail);
