import type { Credential } from "@alprina/cli-auth/client";
import { personName, tilde } from "@alprina/cli-auth/client/node";

import type { Context } from "../context";
import { facts } from "../terminal";
import { humanTime } from "../time";

/** Says who is signed in now, and where the key is. */
export async function sayCredential(context: Context, credential: Credential): Promise<void> {
  const { terminal, output, settings, server, profile } = context;
  const { credentials, keychain } = settings;
  const login = (await credentials.list()).find((one) => one.server === server && one.profile === profile);
  const keptIn = login?.keptIn ?? "file";
  const { user, device, expiresAt } = credential;

  output.result({ server, profile, user, device, expiresAt, keptIn }, () => {
    const { bold, dim } = terminal.colors;
    const where = keptIn === "keychain" && keychain ? keychain.name : tilde(credentials.file);
    terminal.success(`Signed in as ${bold(personName(user))}`);
    const rows: [string, string][] = [
      ["Device", device.name],
      ["Key", `${where} ${dim(`(expires ${humanTime(expiresAt, Date.now())})`)}`],
    ];
    if (profile !== "default") rows.push(["Profile", profile]);
    for (const line of facts(rows, terminal.colors, terminal.columns)) terminal.say(`  ${line}`);
    const why = credentials.whyNoKeychain();
    if (why) terminal.say(dim(`  In a file that only you can read, because there is no keychain: ${why}.`));
  });
  if (settings.auth.env.apiKey !== undefined) {
    output.warn("ALPRINA_API_KEY is set, and other commands use that key until you unset it.");
  }
}
