import { type Credential, type LoginPrompt, RefusedError, type Way, whoAmI } from "@alprina/cli-auth/client";
import { collectDeviceFacts, personName } from "@alprina/cli-auth/client/node";

import { version } from "../../package.json";
import type { Context } from "../context";
import { Cancelled, CliError } from "../exit";
import { dashboardCode } from "../login/dashboard-code";
import { sayProgress } from "../login/progress";
import { explainLogin } from "../login/refusals";
import { resumeLogin } from "../login/resume";
import { showPrompt } from "../login/show-prompt";
import { sayCredential } from "../login/say-credential";
import { beginLogin } from "../login/begin";
import { createWaiting, type Waiting } from "../login/waiting";
import { mark } from "../terminal";

export interface LoginFlags {
  browser: boolean;
  wait: boolean;
  qr?: boolean;
  copy: boolean;
  resume?: boolean;
  code?: string;
  way?: Way;
  scope?: string;
  deviceName?: string;
}

const ways: readonly string[] = ["loopback", "device", "dashboard"] satisfies Way[];

/** Signs this device in, by the way that fits or that was asked for, and keeps the key. */
export async function login(context: Context, flags: LoginFlags): Promise<void> {
  const { terminal, settings, server, profile } = context;
  checkFlags(flags);
  const code = flags.code === undefined ? undefined : dashboardCode(flags.code, server);
  terminal.say(`${mark(terminal.colors)} Signing in to ${terminal.colors.bold(server)}`);
  warnIfReadable(context);
  if (flags.resume) return resumeLogin(context, flags);

  if (!flags.wait) return beginLogin(context, { ...(await deviceFacts(flags)), scope: flags.scope });

  const previous = await settings.credentials.get(server, profile);
  if (previous && !context.output.json) await announceReplacement(context, previous);
  const waiting = createWaiting(terminal);
  let credential: Credential;
  try {
    credential = await signInHere(context, flags, code, waiting);
  } catch (error) {
    waiting.stop();
    if (error instanceof Cancelled) throw new Cancelled(error.signal, "Nothing was signed in.");
    throw error instanceof RefusedError ? explainLogin(error, { server, code }) : error;
  } finally {
    waiting.stop();
  }
  await sayCredential(context, credential);
}

function signInHere(
  context: Context,
  flags: LoginFlags,
  code: string | undefined,
  waiting: Waiting,
): Promise<Credential> {
  const { terminal, output, settings, server, profile, signal } = context;
  const isWatched = terminal.animated;
  let shown: LoginPrompt | undefined;
  return settings.auth.login({
    ...{ server, profile, signal, code },
    ...{ way: flags.way, scope: flags.scope, deviceName: flags.deviceName },
    browser: flags.browser && isWatched,
    store: settings.storeFor(server),
    onProgress(progress) {
      // The login goes on without a browser; then is there something to wait for.
      sayProgress(context, progress, isWatched || !flags.browser);
      waiting.onProgress(progress);
      if (
        progress.kind === "browser" &&
        shown &&
        (progress.opened || shown.way !== "loopback" || flags.way)
      ) {
        waiting.start("Waiting for you to approve in the browser.", shown.expiresInSeconds);
      }
    },
    onPrompt: async (prompt) => {
      shown = prompt;
      waiting.stop();
      const qr = flags.qr ?? (isWatched && !willOpen(context, flags));
      output.prompt(prompt, () => undefined);
      await showPrompt(context, prompt, { qr: qr && !output.json, copyCode: isWatched && flags.copy });
      if (prompt.way === "dashboard") {
        waiting.start("Now click Connect on the page that shows the code.", prompt.expiresInSeconds);
      }
    },
  });
}

function willOpen({ env }: Context, flags: LoginFlags): boolean {
  return flags.browser && !env.ssh && !env.ci;
}

/** @throws {CliError} flags that contradict each other. */
function checkFlags(flags: LoginFlags): void {
  const usage = { exit: "usage" } as const;
  if (flags.way !== undefined && !ways.includes(flags.way)) {
    throw new CliError(`There is no way "${flags.way}": it is one of ${ways.join(", ")}.`, usage);
  }
  if (flags.resume && (flags.code !== undefined || flags.way !== undefined)) {
    throw new CliError("--resume goes on with a login that was begun: leave --code and --way out.", usage);
  }
  if (!flags.wait && !flags.resume && (flags.code !== undefined || (flags.way ?? "device") !== "device")) {
    throw new CliError("--no-wait begins a login by code: leave --code and --way out.", usage);
  }
}

async function deviceFacts(flags: LoginFlags) {
  const { deviceName, deviceOs } = await collectDeviceFacts();
  return { deviceName: flags.deviceName ?? deviceName, deviceOs, clientVersion: version };
}

/** Best effort: a server that is away is about to say so itself. */
async function announceReplacement({ terminal, server, signal }: Context, previous: Credential) {
  const caller = { server, signal, apiKey: previous.apiKey, timeoutMs: 3000 };
  const identity = await whoAmI(caller).catch(() => undefined);
  signal.throwIfAborted();
  if (identity === undefined) return;
  const { user, device } = identity;
  terminal.say(
    `You are signed in as ${user.email || personName(user)} (${device.name}) already. This login replaces that one.`,
  );
}

function warnIfReadable({ output, server }: Context): void {
  const { protocol, hostname } = new URL(server);
  const own = hostname === "localhost" || hostname.startsWith("127.") || hostname === "[::1]";
  if (protocol === "http:" && !own) {
    output.warn(`${server} is not encrypted: others on the way can read the key. Use https.`);
  }
}
