/**
 * A code from the settings page, traded for a key:
 *
 *     cd packages/cli-auth && node --import tsx examples/dashboard-code.ts K7M2QX http://localhost:3000
 */
import { loginWithCode, logout } from "@alprina/cli-auth/client";
import { collectDeviceFacts } from "@alprina/cli-auth/client/node";

const [code = "", server = "http://localhost:3000"] = process.argv.slice(2);

const { apiKey, user } = await loginWithCode({
  server,
  code,
  ...(await collectDeviceFacts()),
  onPrompt: ({ verificationUri }) => console.log(`Now click Connect on ${verificationUri}`),
});
console.log(`Signed in as ${user.email}.`);

// An example leaves nothing behind: the key is revoked, and the device shows as such in settings.
console.log(`Signed out: ${(await logout({ server, apiKey })).kind}.`);
