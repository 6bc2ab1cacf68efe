import { whoAmI } from "@alprina/cli-auth/client";
import { personName } from "@alprina/cli-auth/client/node";

import { type Context, requireKey } from "../context";
import { facts } from "../terminal";
import { humanTime } from "../time";

/** Asks the server, so the answer is true now and not only when the key was stored. */
export async function whoami(context: Context): Promise<void> {
  const { terminal, output, server, profile, signal } = context;
  const { apiKey, source } = await requireKey(context);
  const { user, device } = await whoAmI({ server, signal, apiKey });
  const keySource = source;
  output.result({ server, profile, user, device, keySource }, () => {
    const rows: [string, string][] = [
      ["Tier", user.tier],
      ["Device", device.name],
      ["Server", server],
      ["Expires", humanTime(device.expiresAt, Date.now())],
    ];
    if (source === "environment") rows.push(["Key", "from ALPRINA_API_KEY"]);
    terminal.data(terminal.dataColors.bold(personName(user)));
    for (const line of facts(rows, terminal.dataColors, terminal.dataColumns)) terminal.data(line);
  });
}
