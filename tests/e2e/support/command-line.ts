import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { cliScript } from "./build";
import { noteSecret } from "./secrets-seen";

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A terminal with a home of its own, in which the built `alprina` runs as a real process. */
export class CommandLine {
  readonly configDir = mkdtempSync(join(tmpdir(), "alprina-e2e-cli-"));
  readonly credentials = join(this.configDir, "credentials.json");
  private readonly running = new Set<Command>();

  constructor(private readonly server: string) {}

  /** Starts a command that is going to wait. */
  start(...args: string[]): Command {
    return this.startWith({}, ...args);
  }

  /** Runs a command to its end. */
  run(...args: string[]): Promise<Ended> {
    return this.start(...args).ended;
  }

  /** The same with a key from the environment, as build servers do it. */
  runWithKey(apiKey: string, ...args: string[]): Promise<Ended> {
    return this.startWith({ ALPRINA_API_KEY: apiKey }, ...args).ended;
  }

  /** On a machine that differs by this. */
  runWith(env: Record<string, string>, ...args: string[]): Promise<Ended> {
    return this.startWith(env, ...args).ended;
  }

  close(): void {
    for (const command of this.running) command.interrupt("SIGKILL");
    this.noteKey();
    rmSync(this.configDir, { recursive: true, force: true });
  }

  startWith(more: Record<string, string>, ...args: string[]): Command {
    const command = new Command(args, {
      PATH: process.env.PATH,
      HOME: this.configDir,
      ALPRINA_CONFIG_DIR: this.configDir,
      ALPRINA_SERVER: this.server,
      // A test reads the file, and leaves nothing in the keychain of whoever runs it.
      ALPRINA_KEYCHAIN: "off",
      ...more,
    });
    this.running.add(command);
    void command.ended.finally(() => {
      this.running.delete(command);
      this.noteKey();
    });
    return command;
  }

  private noteKey(): void {
    if (!existsSync(this.credentials)) return;
    const text = readFileSync(this.credentials, "utf8");
    // A test may have left something else there on purpose.
    for (const [key] of text.matchAll(/alprina_sk_live_\w+/g)) noteSecret("api_key", key);
  }
}

/** One run of the command line. */
export class Command {
  readonly ended: Promise<Ended>;
  stdout = "";
  stderr = "";
  private readonly child: ChildProcess;

  constructor(args: string[], env: NodeJS.ProcessEnv) {
    const child = spawn(process.execPath, [cliScript, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk: Buffer) => (this.stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => {
      this.stderr += chunk.toString();
      for (const [code] of chunk.toString().matchAll(/\b[A-Z]{4}-[A-Z]{4}\b/g)) noteSecret("user_code", code);
    });
    this.child = child;
    this.ended = new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve({ code, stdout: this.stdout, stderr: this.stderr }));
    });
  }

  /** Waits until it has printed this for people to read. */
  async says(pattern: RegExp): Promise<string> {
    await expect.poll(() => this.stderr, { message: `the command line says ${pattern}` }).toMatch(pattern);
    return pattern.exec(this.stderr)?.[0] ?? "";
  }

  /** `XXXX-XXXX`, as the terminal shows it. */
  userCode(): Promise<string> {
    return this.says(/\b[A-Z]{4}-[A-Z]{4}\b/);
  }

  /** The address with the code in it. */
  link(): Promise<string> {
    return this.says(/https?:\S+\/authorize\?user_code=\S+/);
  }

  interrupt(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

/** What the command line calls this machine, unless it is told better. */
export const thisDevice = hostname().replace(/\.local$/, "");
