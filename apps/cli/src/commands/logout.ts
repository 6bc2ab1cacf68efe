import { logout as revoke } from "@alprina/cli-auth/client";

import { type Context, notSignedIn } from "../context";
import { CliError } from "../exit";
import { explain } from "../explain";

/** Revokes the key on the server, then forgets it here: never the other way round. */
export async function logout(context: Context, flags: { force?: boolean }): Promise<void> {
  const { terminal, settings, server, signal, env } = context;
  if (env.apiKey !== undefined) {
    throw new CliError("ALPRINA_API_KEY is set, and this command cannot unset it.", {
      hint: "Unset it first; then alprina logout ends the stored login.",
    });
  }
  const stored = await settings.credentials.get(server);
  if (stored === undefined) throw notSignedIn(server);

  try {
    const { kind } = await revoke({ server, signal, apiKey: stored.apiKey });
    await settings.credentials.delete(server);
    const dead = kind === "already-invalid" ? " The key had been revoked before." : "";
    terminal.success(`Signed out of ${server}.${dead}`);
  } catch (error) {
    signal.throwIfAborted();
    const { message } = explain(error);
    if (!flags.force) {
      throw new CliError(`Not signed out: ${message}`, {
        hint: "The key is kept. To forget it here all the same: alprina logout --force",
        cause: error,
      });
    }
    await settings.credentials.delete(server);
    terminal.warn(`${message} The key is forgotten here, but may still be alive.`);
    terminal.say(`  Revoke "${stored.device.name}" at ${server}/settings/devices.`);
  }
}
