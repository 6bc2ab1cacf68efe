import {
  type Credential,
  finishLogin,
  keepCredential,
  lookAtLogin,
  type PendingLogin,
  RefusedError,
} from "@alprina/cli-auth/client";

import { type Context, loginCommand } from "../context";
import { Cancelled, CliError } from "../exit";
import { secondsUntil } from "../time";
import { explainLogin } from "./refusals";
import { sayCredential } from "./say-credential";
import { createWaiting } from "./waiting";

/** Finishes a login that `--no-wait` began; with `--no-wait` itself it looks once and does not wait either. */
export async function resumeLogin(context: Context, { wait }: { wait: boolean }): Promise<void> {
  const { settings, server, profile, signal } = context;
  const before = await settings.credentials.get(server, profile);
  const waiting = createWaiting(context.terminal);
  const credential = await settings.credentials
    .exclusively(
      "login",
      async () => {
        const present = await settings.credentials.get(server, profile);
        // Another process finished it while this one waited for its turn.
        if (present && present.apiKey !== before?.apiKey) return present;
        const pending = await settings.pending.get(server, profile);
        if (pending === undefined) throw nothingToResume(context);
        if (wait)
          waiting.start("Waiting for you to approve in the browser.", secondsUntil(pending.expiresAt));
        return finish(context, pending, (options) =>
          wait
            ? finishLogin(pending, { ...options, onProgress: waiting.onProgress })
            : look(context, pending),
        );
      },
      { signal, onWait: () => waiting.onProgress({ kind: "another-login" }) },
    )
    .finally(() => waiting.stop());
  await sayCredential(context, credential);
}

type Get = (options: { server: string; signal: AbortSignal }) => Promise<Credential>;

async function finish(context: Context, pending: PendingLogin, get: Get): Promise<Credential> {
  const { settings, server, profile, signal } = context;
  const forget = () => settings.pending.delete(server, profile);
  let credential: Credential;
  try {
    credential = await get({ server, signal });
  } catch (error) {
    if (error instanceof Cancelled) throw new Cancelled(error.signal, "The login still waits: --resume it.");
    if (!(error instanceof RefusedError)) throw error;
    // Denied, over, or not known: there is nothing to resume any more.
    if (error.status !== 429 && (error.status ?? 0) < 500) await forget();
    throw explainLogin(error, { server, code: undefined });
  }
  await settings.rememberServer(server);
  await keepCredential({ server, profile }, settings.credentials, credential);
  await forget();
  return credential;
}

/** @throws {CliError} nobody has decided yet. */
async function look(context: Context, pending: PendingLogin): Promise<Credential> {
  const { server, profile, signal } = context;
  const answer = await lookAtLogin(pending, { server, signal });
  if (answer.kind === "approved") return answer.credential;
  if (answer.kind !== "pending" && answer.kind !== "slow-down") throw answer.refusal;
  throw new CliError(`Nobody has decided yet. Open ${pending.prompt.url}`, {
    hint: `The code is ${pending.prompt.userCode}. Then: ${loginCommand(profile, "--resume")}`,
    exit: "pending",
  });
}

function nothingToResume({ profile }: Context): CliError {
  return new CliError("There is no login to resume.", {
    hint: `Begin one: ${loginCommand(profile)}`,
    exit: "signed-out",
  });
}
