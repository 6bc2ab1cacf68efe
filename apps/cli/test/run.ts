import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { onTestFinished } from "vitest";

const command = path.join(import.meta.dirname, "..", "dist", "alprina.js");

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A person with an empty home, at no terminal. */
export async function someone() {
  const configDir = await mkdtemp(path.join(tmpdir(), "alprina-cli-"));
  onTestFinished(() => rm(configDir, { recursive: true }));
  const environment = {
    ...{ PATH: process.env["PATH"], HOME: "/nonexistent" },
    ...{ ALPRINA_CONFIG_DIR: configDir, ALPRINA_KEYCHAIN: "off" },
  };
  return {
    ...{ command, environment },
    configDir,
    credentials: path.join(configDir, "credentials.json"),
    run: (args: string[], more: { env?: NodeJS.ProcessEnv; interruptAt?: string } = {}) =>
      run(args, { ...more, env: { ...environment, ...more.env } }),
  };
}

/** @param more.interruptAt sends Ctrl-C's signal as soon as stderr holds this, twice, as npm makes it arrive. */
function run(args: string[], more: { env: NodeJS.ProcessEnv; interruptAt?: string }): Promise<Ended> {
  const child = spawn(process.execPath, [command, ...args], {
    env: more.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let { interruptAt } = more;
  const ended: Ended = { code: null, stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (ended.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => {
    ended.stderr += chunk.toString();
    if (interruptAt === undefined || !ended.stderr.includes(interruptAt)) return;
    interruptAt = undefined;
    child.kill("SIGINT");
    setTimeout(() => child.kill("SIGINT"), 5);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ ...ended, code }));
  });
}
