/**
 * Sign in, say who is signed in, sign out: with openid-client, for any Node from 20.19 on.
 *
 *     ACME_SERVER=https://login.example.com node login.mjs login | whoami | logout
 */
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir, hostname } from "node:os";
import { join } from "node:path";
import * as oauth from "openid-client";

const { ACME_SERVER = "http://localhost:3000", ACME_CLIENT = "alprina-cli", XDG_CONFIG_HOME } = process.env;
const folder = join(XDG_CONFIG_HOME || join(homedir(), ".config"), "acme");
const file = join(folder, "credentials.json");

// Plain http is for trying this on your own machine.
const insecure = new URL(ACME_SERVER).protocol === "http:" ? [oauth.allowInsecureRequests] : [];
const config = await oauth.discovery(new URL(ACME_SERVER), ACME_CLIENT, undefined, oauth.None(), {
  execute: insecure,
});

async function login() {
  const started = await oauth.initiateDeviceAuthorization(config, {
    scope: "openid email offline_access",
    device_name: hostname(),
  });
  console.error(`Open ${started.verification_uri_complete}`);
  console.error(`Approve only if the page shows this code: ${started.user_code}`);
  // Keeps the interval, adds five seconds for each slow_down, and ends when the code does.
  const tokens = await oauth.pollDeviceAuthorizationGrant(config, started);
  await save(tokens);
  await whoami();
}

async function whoami() {
  const person = await oauth.fetchUserInfo(config, await accessToken(), oauth.skipSubjectCheck);
  console.log(`Signed in as ${person.email}`);
}

async function logout() {
  const { refresh_token } = await read();
  // Revoke first: a token that is forgotten but alive can only be revoked in the browser.
  await oauth.tokenRevocation(config, refresh_token);
  await rm(file);
  console.log("Signed out");
}

/** A token that is good for another minute at least; renewed when it has to be. */
async function accessToken() {
  const saved = await read();
  if (saved.expires_at > Date.now() + 60_000) return saved.access_token;
  const tokens = await oauth.refreshTokenGrant(config, saved.refresh_token);
  await save(tokens);
  return tokens.access_token;
}

async function save(tokens) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { access_token, refresh_token, expires_in } = tokens;
  const content = { access_token, refresh_token, expires_at: Date.now() + expires_in * 1000 };
  // Written beside and moved into place, so that nobody ever reads half a file.
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
  await rename(draft, file);
}

async function read() {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    throw new Error('Not signed in. Run "login".');
  }
}

const sentences = {
  access_denied: "The login was denied in the browser.",
  expired_token: "Nobody approved in time. Start again.",
  invalid_grant: 'This device was signed out. Run "login".',
  // What the key itself meets, before it has to be renewed.
  OAUTH_WWW_AUTHENTICATE_CHALLENGE: 'This device was signed out. Run "login".',
};

try {
  const command = { login, whoami, logout }[process.argv[2]];
  if (!command) throw new Error("Say login, whoami or logout.");
  await command();
} catch (error) {
  console.error(sentences[error.error ?? error.code] ?? error.message);
  process.exitCode = 1;
}
