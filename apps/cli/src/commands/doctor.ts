import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { normalizeServer, probeServer, type ServerProbe, whoAmI } from "@alprina/cli-auth/client";
import {
  canOpenBrowser,
  personName,
  proxyFor,
  readHostEnv,
  tilde,
  whyNoLoopback,
} from "@alprina/cli-auth/client/node";

import { version } from "../../package.json";
import type { Context } from "../context";
import { CliError } from "../exit";
import { explain } from "../explain";
import { humanTime } from "../time";

export interface Check {
  name: string;
  state: "ok" | "warning" | "failed";
  message: string;
}

/** By how many seconds a clock may be wrong before it matters. */
const CLOCK_TOLERANCE = 60;

/** Looks at everything that a login stands on, and says which of it does not hold. Changes nothing. */
export async function doctor(context: Context): Promise<void> {
  const { terminal, output } = context;
  const { probe, check: reached } = await reach(context);
  const checks = [
    ok("program", `alprina ${version} on Node ${process.versions.node}, ${process.platform} ${process.arch}`),
    await folder(context),
    await keychain(context),
    proxy(context),
    reached,
    ...(probe ? [nameOf(context, probe), clock(probe), await key(context)] : []),
    browser(),
  ];
  const failed = checks.filter(({ state }) => state === "failed");
  if (failed.length === 0 || output.json) {
    output.result({ checks, healthy: failed.length === 0 }, () => checks.forEach(show));
  } else {
    checks.forEach(show);
  }
  if (failed.length > 0) {
    throw new CliError(`${failed.length} of ${checks.length} checks failed.`, {
      exit: probe ? "failed" : "unavailable",
    });
  }

  function show({ name, state, message }: Check): void {
    const { green, yellow, red, bold } = terminal.dataColors;
    const [tick, cross] = terminal.unicode ? ["✓", "✗"] : ["ok", "x"];
    const mark = { ok: green(tick), warning: yellow("!"), failed: red(cross) }[state];
    terminal.data(`${mark} ${bold(name.padEnd(9))} ${message}`);
  }
}

const ok = (name: string, message: string): Check => ({ name, state: "ok", message });
const warning = (name: string, message: string): Check => ({ name, state: "warning", message });
const failed = (name: string, error: unknown): Check => ({
  name,
  state: "failed",
  message: explain(error).message,
});

async function folder({ settings }: Context): Promise<Check> {
  const probe = path.join(settings.folder, `.doctor-${process.pid}`);
  try {
    await settings.credentials.list();
    await mkdir(settings.folder, { recursive: true, mode: 0o700 });
    await writeFile(probe, "", { mode: 0o600 });
    await rm(probe);
    return ok("folder", `${tilde(settings.folder)} can be read and written`);
  } catch (error) {
    return failed("folder", error);
  }
}

async function keychain({ settings }: Context): Promise<Check> {
  const inFile = "keys are kept in a file that only you can read";
  if (!settings.keychain) return warning("keychain", `turned off by ALPRINA_KEYCHAIN: ${inFile}`);
  try {
    await settings.keychain.get("doctor");
    return ok("keychain", `${settings.keychain.name} works`);
  } catch (error) {
    return warning("keychain", `none (${error instanceof Error ? error.message : String(error)}): ${inFile}`);
  }
}

function proxy({ server }: Context): Check {
  try {
    const named = proxyFor(new URL(server), readHostEnv());
    return ok("proxy", named ? `${server} is reached through ${named.host}` : `none on the way to ${server}`);
  } catch (error) {
    return failed("proxy", error);
  }
}

async function reach({ server, signal }: Context): Promise<{ probe?: ServerProbe; check: Check }> {
  try {
    const probe = await probeServer({ server, signal });
    return { probe, check: ok("server", `${server} answers, in ${probe.tookMs} ms`) };
  } catch (error) {
    signal.throwIfAborted();
    return { check: failed("server", error) };
  }
}

function nameOf({ server }: Context, { issuer, status }: ServerProbe): Check {
  if (issuer === undefined) {
    return warning("name", `it does not say what it is (${status}): logins go by a code`);
  }
  const isSame = URL.canParse(issuer) && normalizeServer(issuer) === server;
  if (isSame) return ok("name", "it goes by the same address");
  return warning("name", `it calls itself ${issuer}: use --server ${issuer}, or logins go by a code`);
}

function clock({ clockAheadSeconds: ahead }: ServerProbe): Check {
  if (ahead === undefined) return ok("clock", "the server does not tell the time");
  if (Math.abs(ahead) <= CLOCK_TOLERANCE) return ok("clock", "agrees with the server's");
  const minutes = Math.round(Math.abs(ahead) / 60);
  const by = `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  return warning(
    "clock",
    `is ${by} ${ahead > 0 ? "ahead of" : "behind"} the server's: what is said of times is off by that`,
  );
}

async function key({ settings, server, profile, signal }: Context): Promise<Check> {
  const { env } = settings.auth;
  try {
    const stored = env.apiKey === undefined ? await settings.credentials.get(server, profile) : undefined;
    const apiKey = env.apiKey ?? stored?.apiKey;
    if (apiKey === undefined) return warning("key", "you are not signed in: alprina login");
    const { user, device } = await whoAmI({ server, signal, apiKey });
    const source = env.apiKey === undefined ? "" : ", from ALPRINA_API_KEY";
    return ok("key", `${personName(user)}${source}, expires ${humanTime(device.expiresAt, Date.now())}`);
  } catch (error) {
    signal.throwIfAborted();
    return failed("key", error);
  }
}

function browser(): Check {
  const env = readHostEnv();
  const why = whyNoLoopback(env);
  if (why === undefined) return ok("browser", "one can be opened here");
  return ok(
    "browser",
    `${why}: logins go by a code${canOpenBrowser(env) ? ", on a page that BROWSER opens" : ""}`,
  );
}
