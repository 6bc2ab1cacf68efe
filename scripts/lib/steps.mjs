import { spawn } from "node:child_process";
import { environment, root } from "./workspace.mjs";

const isTerminal = Boolean(process.stderr.isTTY);
const paint = (code) => (text) =>
  isTerminal && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text;
export const green = paint(32);
export const red = paint(31);
export const dim = paint(2);

/** Ends the whole command with a sentence. */
export function fail(message) {
  process.stderr.write(`${red("✗")} ${message}\n`);
  process.exit(1);
}

/**
 * Runs one step quietly: a line that counts the seconds while it runs and says how long it took. What the step
 * printed is shown when it fails, and then everything ends.
 */
export async function step(title, command, args) {
  const { code, output, seconds } = await quietly(title, command, args);
  if (code !== 0) {
    process.stderr.write(`${red("✗")} ${title}\n\n${output}\n`);
    fail(`${title} failed. The lines above say why.`);
  }
  // A step that had nothing to do is not worth a line.
  if (seconds >= 2) process.stderr.write(`${green("✓")} ${title} ${dim(`${seconds} s`)}\n`);
}

async function quietly(title, command, args) {
  const started = Date.now();
  const elapsed = () => Math.round((Date.now() - started) / 1000);
  const clear = () => isTerminal && process.stderr.write("\r\u001b[K");
  const ticking = isTerminal
    ? setInterval(() => process.stderr.write(`\r\u001b[K${dim("·")} ${title} … ${elapsed()} s`), 1_000)
    : undefined;
  if (!isTerminal) process.stderr.write(`· ${title} …\n`);
  const { code, output } = await captured(command, args);
  clearInterval(ticking);
  clear();
  return { code, output, seconds: elapsed() };
}

/** Runs one command without a word; its exit code, and all that it printed. */
export async function captured(command, args, env = {}) {
  const chunks = [];
  const child = spawn(command, args, {
    cwd: root,
    env: { ...environment, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  child.stderr.on("data", (chunk) => chunks.push(chunk));
  const code = await new Promise((resolve) => {
    child.on("error", (error) => {
      chunks.push(Buffer.from(String(error)));
      resolve(1);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
  return { code, output: Buffer.concat(chunks).toString() };
}

/** Runs one command in the open; its exit code. */
export function openly(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...environment, ...env },
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    child.on("error", () => resolve(127));
    child.on("close", (code) => resolve(code ?? 1));
  });
}
