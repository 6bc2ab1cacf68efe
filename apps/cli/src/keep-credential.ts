import { type Credential, logout } from "@alprina/cli-auth/client";

import type { Context } from "./context";
import { tilde } from "./settings";
import { facts } from "./terminal";
import { humanTime } from "./time";

/** Stores the new key, retires the one before it, and says who is signed in. */
export async function keepCredential(
  context: Context,
  credential: Credential,
  previous: Credential | undefined,
): Promise<void> {
  const { terminal, settings, server, env } = context;
  try {
    await settings.rememberServer(server);
    await settings.credentials.set(server, credential);
  } catch (error) {
    // A key that nobody has must not stay alive.
    await logout({ server, apiKey: credential.apiKey }).catch(() => undefined);
    throw error;
  }
  if (previous && previous.apiKey !== credential.apiKey) await retire(context, previous);

  const { user, device, expiresAt } = credential;
  const { bold, dim } = terminal.colors;
  terminal.success(`Signed in as ${bold(personName(user))}`);
  const rows: [string, string][] = [
    ["Device", device.name],
    ["Key", `${tilde(settings.credentials.file)} ${dim(`(expires ${humanTime(expiresAt, Date.now())})`)}`],
  ];
  for (const line of facts(rows, terminal.colors)) terminal.say(`  ${line}`);
  if (env.apiKey !== undefined) {
    terminal.warn("ALPRINA_API_KEY is set, and other commands use that key until you unset it.");
  }
}

/** Who it is, as far as they let this key know: name and address can be withheld at approval. */
export function personName(user: { id: string; email: string; fullName: string | null }): string {
  if (user.fullName && user.email) return `${user.fullName} <${user.email}>`;
  return user.fullName || user.email || `account ${user.id}`;
}

/** Best effort: the new key is safe, and a dead old one is no reason to fail. */
async function retire({ terminal, server, signal }: Context, previous: Credential): Promise<void> {
  try {
    await logout({ server, signal, apiKey: previous.apiKey });
  } catch {
    const where = `${server}/settings/devices`;
    terminal.warn(
      `The key of your last login could not be revoked. Revoke "${previous.device.name}" at ${where}.`,
    );
  }
}
