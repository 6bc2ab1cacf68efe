import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checkout } from "./example-program";
import { send } from "./http";

/** A program of the guides that goes on until it is stopped. */
export interface ExampleServer {
  url: string;
  /** Everything that it printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts one in `folder` of the checkout, or anywhere when that is absolute, and waits until `port` answers. */
export async function startExample(
  [command = "", ...args]: string[],
  { folder, port, env = {} }: { folder: string; port: number; env?: Record<string, string> },
): Promise<ExampleServer> {
  const child = spawn(command, args, {
    cwd: resolve(checkout, folder),
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, PYTHONDONTWRITEBYTECODE: "1", ...env },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<void>((end) => child.once("exit", () => end()));
  const stop = () => {
    child.kill("SIGTERM");
    return exited;
  };
  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + 60_000; ; await sleep(50)) {
    const answers = await send(url, "GET", "/").then(
      () => true,
      () => false,
    );
    if (answers) return { url, output: () => output, stop };
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`${command} does not answer:\n${output.slice(-2_000)}`);
    }
  }
}
