import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { spawn } from "@lydell/node-pty";
import { expect, onTestFinished } from "vitest";

const command = path.join(import.meta.dirname, "..", "dist", "alprina.js");
const PATIENCE_MS = 30_000;

export interface Sitting {
  /** What has been printed so far, with everything that moves the cursor. */
  raw(): string;
  /** The same as a person reads it, without colours. */
  text(): string;
  /** Waits until it has been said. */
  says(what: string | RegExp): Promise<void>;
  press(keys: string): void;
  ended: Promise<number>;
}

/** A person who sits at a real terminal, on a machine with a desktop unless `env` says otherwise. */
export async function atTerminal(
  args: string[],
  { columns = 100, rows = 50, env = {} }: { columns?: number; rows?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Sitting> {
  const home = await mkdtemp(path.join(tmpdir(), "alprina-pty-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const child = spawn(process.execPath, [command, ...args], {
    cols: columns,
    rows,
    cwd: home,
    env: {
      ...{ PATH: process.env["PATH"], HOME: home, TERM: "xterm-256color", DISPLAY: ":0", BROWSER: "true" },
      ...{ ALPRINA_CONFIG_DIR: path.join(home, "config"), ALPRINA_KEYCHAIN: "off" },
      ...env,
    },
  });
  let said = "";
  let isOver = false;
  child.onData((data) => (said += data));
  const ended = new Promise<number>((resolve) => {
    child.onExit(({ exitCode }) => {
      isOver = true;
      resolve(exitCode);
    });
  });
  onTestFinished(() => {
    if (!isOver) child.kill("SIGKILL");
  });
  const raw = () => said;
  const text = () => plain(said);
  return {
    raw,
    text,
    says: (what) =>
      expect
        .poll(text, { timeout: PATIENCE_MS, interval: 20 })
        .toMatch(what instanceof RegExp ? what : new RegExp(what.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))),
    press: (keys) => child.write(keys),
    ended,
  };
}

export const CTRL_C = "\u0003";

/** Without what makes colours or talks to the terminal. What was overwritten stands on a line of its own. */
export function plain(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/\u001b\][^\u0007]*\u0007/g, "")
      // eslint-disable-next-line no-control-regex
      .replace(/\u001b\[[0-9;?]*K/g, "\n")
      // eslint-disable-next-line no-control-regex
      .replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "")
      .replace(/\r/g, "")
  );
}
