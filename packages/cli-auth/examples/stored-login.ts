/**
 * Sign in, say who is signed in, sign out, with the key kept in a file of the user's own:
 *
 *     cd packages/cli-auth && node --import tsx examples/stored-login.ts login | whoami | logout
 */
import { homedir } from "node:os";
import { join } from "node:path";
import { currentCredential, login, logout, RefusedError, whoAmI } from "@alprina/cli-auth/client";
import { collectDeviceFacts, createCredentialStore } from "@alprina/cli-auth/client/node";

const { ACME_SERVER: server = "http://localhost:3000", XDG_CONFIG_HOME } = process.env;
const store = createCredentialStore(
  join(XDG_CONFIG_HOME || join(homedir(), ".config"), "acme", "credentials.json"),
);

async function signIn() {
  await login({
    server,
    store,
    clientVersion: "1.0",
    ...(await collectDeviceFacts()),
    onPrompt: ({ url, userCode }) => {
      console.error(`Open ${url}`);
      if (userCode) console.error(`Approve only if the page shows this code: ${userCode}`);
    },
  });
  await sayWho();
}

async function sayWho() {
  const { user } = await whoAmI({ server, apiKey: await savedKey() });
  console.log(`Signed in as ${user.email}`);
}

async function signOut() {
  // Revoke first: a key that is forgotten but alive can only be revoked in the browser.
  await logout({ server, apiKey: await savedKey() });
  await store.delete(server);
  console.log("Signed out");
}

async function savedKey(): Promise<string> {
  const credential = await currentCredential({ server, store });
  if (!credential) throw new Error('Not signed in. Run "login".');
  return credential.apiKey;
}

const sentences: Record<string, string> = {
  access_denied: "The login was denied in the browser.",
  expired_token: "Nobody approved in time. Start again.",
  invalid_api_key: 'This device was signed out. Run "login".',
};

try {
  const command = { login: signIn, whoami: sayWho, logout: signOut }[process.argv[2] ?? ""];
  if (!command) throw new Error("Say login, whoami or logout.");
  await command();
} catch (error) {
  const word = error instanceof RefusedError ? error.code : "";
  console.error(sentences[word] ?? (error as Error).message);
  process.exitCode = 1;
}
