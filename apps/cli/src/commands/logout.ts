import type { Credential } from "@alprina/cli-auth/client";

import { type Context, notSignedIn } from "../context";
import { CliError } from "../exit";
import { explain } from "../explain";

export interface LogoutFlags {
  all?: boolean;
  force?: boolean;
}

type Target = Pick<Context, "server" | "profile">;
type Outcome = Target & { outcome: "revoked" | "already-invalid" | "forgotten" };

/** Revokes the key on the server, then forgets it here: never the other way round. */
export async function logout(context: Context, flags: LogoutFlags): Promise<void> {
  const { settings, output } = context;
  if (settings.auth.env.apiKey !== undefined) {
    throw new CliError("ALPRINA_API_KEY is set, and this command cannot unset it.", {
      hint: "Unset it first; then alprina logout ends the stored login.",
    });
  }
  if (!flags.all) {
    const credential = await settings.credentials.get(context.server, context.profile);
    if (credential === undefined) throw notSignedIn(context);
    const outcome = await signOut(context, context, credential, flags);
    return output.result({ ended: [outcome] }, () => say(context, outcome));
  }
  const logins = await settings.credentials.list();
  if (logins.length === 0) throw new CliError("You are not signed in anywhere.", { exit: "signed-out" });
  await signOutEverywhere(context, logins, flags);
}

/** Each that can be; one that fails does not keep the others signed in. */
async function signOutEverywhere(context: Context, logins: Target[], flags: LogoutFlags): Promise<void> {
  const { settings, output, signal } = context;
  const ended: Outcome[] = [];
  let failure: Error | undefined;
  for (const { server, profile } of logins) {
    try {
      const credential = await settings.credentials.get(server, profile);
      if (credential === undefined) await settings.credentials.delete(server, profile);
      else ended.push(await signOut(context, { server, profile }, credential, flags));
    } catch (error) {
      signal.throwIfAborted();
      if (failure) output.warn(explain(error).message);
      else failure = error instanceof Error ? error : new Error(String(error));
    }
  }
  if (failure === undefined) return output.result({ ended }, () => ended.forEach((one) => say(context, one)));
  if (!output.json) for (const one of ended) say(context, one);
  throw failure;
}

async function signOut(
  { settings, signal, output }: Context,
  { server, profile }: Target,
  credential: Credential,
  flags: LogoutFlags,
): Promise<Outcome> {
  try {
    const { kind } = await settings.auth.logout({ server, profile, signal });
    return { server, profile, outcome: kind };
  } catch (error) {
    signal.throwIfAborted();
    const { message, code } = explain(error);
    if (!flags.force) {
      throw new CliError(`Not signed out of ${server}: ${message}`, {
        hint: "The key is kept. To forget it here all the same: alprina logout --force",
        exit: code,
        cause: error,
      });
    }
    await settings.credentials.delete(server, profile);
    output.warn(`${message} The key is forgotten here, but may still be alive.`);
    output.warn(`Revoke "${credential.device.name}" at ${server}/settings/devices.`);
    return { server, profile, outcome: "forgotten" };
  }
}

function say({ terminal }: Context, { server, profile, outcome }: Outcome): void {
  if (outcome === "forgotten") return;
  const who = profile === "default" ? "" : ` (${profile})`;
  const dead = outcome === "already-invalid" ? " The key had been revoked before." : "";
  terminal.success(`Signed out of ${server}${who}.${dead}`);
}
