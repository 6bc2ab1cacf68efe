import type { Terminal } from "../terminal";

/** A client's secret, alone on its line of stdout. With `json` it stands there already. */
export function showSecret(terminal: Terminal, secret: string, { json }: { json?: boolean }): void {
  terminal.warn("Keep the client secret now: only its hash is stored, and it will not be shown again.");
  if (!json) terminal.data(secret);
}
