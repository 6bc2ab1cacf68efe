import { login as deviceLogin, loginWithCode, RefusedError, whoAmI } from "@alprina/cli-auth/client";
import type { Credential, DeviceFacts, LoginPrompt } from "@alprina/cli-auth/client";
import { collectDeviceFacts } from "@alprina/cli-auth/client/node";

import { version } from "../../package.json";
import { openBrowser, whyNoBrowser } from "../browser";
import type { Context } from "../context";
import { dashboardCode } from "../dashboard-code";
import { Cancelled } from "../exit";
import { keepCredential, personName } from "../keep-credential";
import { explainLogin } from "../login-refusals";
import { facts, mark } from "../terminal";
import { createWaiting, type Waiting } from "../waiting";

export interface LoginFlags {
  browser: boolean;
  code?: string;
  deviceName?: string;
}

/** Signs this device in, by the browser or by a dashboard code, and keeps the key. */
export async function login(context: Context, flags: LoginFlags): Promise<void> {
  const { terminal, settings, server } = context;
  const code = flags.code === undefined ? undefined : dashboardCode(flags.code, server);
  terminal.say(`${mark(terminal.colors)} Signing in to ${terminal.colors.bold(server)}`);
  warnIfReadable(context);

  const previous = await settings.credentials.get(server);
  if (previous) await announceReplacement(context, previous);

  const waiting = createWaiting(terminal);
  let credential: Credential;
  try {
    const self = await deviceFacts(flags);
    credential =
      code === undefined
        ? await byBrowser(context, flags, self, waiting)
        : await byCode(context, code, self, waiting);
  } catch (error) {
    if (error instanceof Cancelled) throw new Cancelled(error.signal, "Nothing was signed in.");
    throw error instanceof RefusedError ? explainLogin(error, { server, code }) : error;
  } finally {
    waiting.stop();
  }
  await keepCredential(context, credential, previous);
}

function byBrowser(context: Context, flags: LoginFlags, self: DeviceFacts, waiting: Waiting) {
  const { terminal, server, signal } = context;
  return deviceLogin({
    server,
    signal,
    ...self,
    onProgress: waiting.onProgress,
    onPrompt: async (prompt) => {
      showPrompt(context, prompt);
      const reason = flags.browser ? whyNoBrowser(context) : "as you asked";
      if (reason) {
        terminal.say(`Not opening a browser (${reason}): any device with one will do.`);
      } else if (await openBrowser(prompt.verificationUriComplete)) {
        terminal.say("Your browser should open now. If it does not, open the address yourself.");
      } else {
        terminal.say("No browser could be opened: open the address yourself, on any device.");
      }
      waiting.start("Waiting for you to approve in the browser.", prompt.expiresInSeconds);
    },
  });
}

function byCode({ server, signal }: Context, code: string, self: DeviceFacts, waiting: Waiting) {
  return loginWithCode({
    server,
    signal,
    code,
    ...self,
    onProgress: waiting.onProgress,
    onPrompt: ({ expiresInSeconds }) =>
      waiting.start("Now click Connect on the page that shows the code.", expiresInSeconds),
  });
}

function showPrompt({ terminal }: Context, prompt: LoginPrompt): void {
  const { bold, green, cyan } = terminal.colors;
  const rows: [string, string][] = [
    ["Your code", bold(green(prompt.userCode))],
    ["Open", cyan(prompt.verificationUriComplete)],
    ["or type it at", prompt.verificationUri],
  ];
  terminal.say();
  for (const line of facts(rows, terminal.colors)) terminal.say(`    ${line}`);
  terminal.say();
  terminal.say("Approve only if the browser shows this same code.");
}

async function deviceFacts(flags: LoginFlags): Promise<DeviceFacts> {
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

function warnIfReadable({ terminal, server }: Context): void {
  const { protocol, hostname } = new URL(server);
  const own = hostname === "localhost" || hostname.startsWith("127.") || hostname === "[::1]";
  if (protocol === "http:" && !own) {
    terminal.warn(`${server} is not encrypted: others on the way can read the key. Use https.`);
  }
}
