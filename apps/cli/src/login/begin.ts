import { type DeviceFacts, type PendingLogin, startLogin } from "@alprina/cli-auth/client";

import { type Context, loginCommand } from "../context";
import { secondsUntil } from "../time";
import { showPrompt } from "./show-prompt";

/** Less than this is no use to a person who has yet to read it. */
const WORTH_SECONDS = 60;

/**
 * Begins a login and does not wait for its end: `alprina login --resume` does. One that was begun already is shown
 * again, so that many who ask at once have one person do one thing.
 */
export async function beginLogin(context: Context, options: DeviceFacts & { scope?: string }): Promise<void> {
  const { settings, server, profile, signal, terminal, output } = context;
  const pending = await settings.credentials.exclusively(
    "pending-login",
    async (): Promise<PendingLogin> => {
      const begun = await settings.pending.get(server, profile);
      if (begun && secondsUntil(begun.expiresAt) > WORTH_SECONDS) return begun;
      const started = await startLogin({ ...options, server, signal });
      await settings.pending.set(started, profile);
      return started;
    },
    { signal },
  );
  const { prompt, expiresAt } = pending;
  const next = loginCommand(profile, "--resume");
  if (!output.json) await showPrompt(context, { way: "device", ...prompt }, { qr: false, copyCode: false });
  output.result({ status: "pending", prompt: { way: "device", ...prompt }, expiresAt, next }, () =>
    terminal.say(`Then finish it here: ${next}`),
  );
}
