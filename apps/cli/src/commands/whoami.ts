import { whoAmI } from "@alprina/cli-auth/client";

import { type Context, requireKey } from "../context";
import { personName } from "../keep-credential";
import { facts } from "../terminal";
import { humanTime } from "../time";

/** Asks the server, so the answer is true now and not only when the key was stored. */
export async function whoami(context: Context, flags: { json?: boolean }): Promise<void> {
  const { terminal, server, signal } = context;
  const { apiKey, source } = await requireKey(context);
  const { user, device } = await whoAmI({ server, signal, apiKey });
  if (flags.json) {
    terminal.data(JSON.stringify({ server, user, device, keySource: source }, null, 2));
    return;
  }
  const rows: [string, string][] = [
    ["Tier", user.tier],
    ["Device", device.name],
    ["Server", server],
    ["Expires", humanTime(device.expiresAt, Date.now())],
  ];
  if (source === "environment") rows.push(["Key", "from ALPRINA_API_KEY"]);
  terminal.data(terminal.dataColors.bold(personName(user)));
  for (const line of facts(rows, terminal.dataColors)) terminal.data(line);
}
