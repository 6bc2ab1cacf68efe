import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { noteSecret } from "./secrets-seen";

export const checkout = join(import.meta.dirname, "../../..");

/** One of the programs that the guides show. */
export interface Program {
  name: string;
  command: string;
  args: string[];
  /** In the checkout, or anywhere when it is absolute. */
  folder: string;
}

export interface Ended {
  code: number | null;
  output: string;
}

/** Whether `command` runs here at all, and ends well. */
export const runs = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** A home for one run of a program: its credential file is nobody else's. */
export class Home {
  readonly path = mkdtempSync(join(tmpdir(), "alprina-example-"));

  constructor(
    readonly program: Program,
    readonly env: Record<string, string>,
  ) {}

  /** Starts the program; `whenSaid` is told once what it says, as soon as `pattern` is in it. */
  run(command: string[], pattern?: RegExp, whenSaid?: (found: string) => Promise<void>): Promise<Ended> {
    const { program } = this;
    const child = spawn(program.command, [...program.args, ...command], {
      cwd: resolve(checkout, program.folder),
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: process.env.PATH, HOME: this.path, XDG_CONFIG_HOME: this.path, ...this.env },
    });
    return new Promise((resolve, reject) => {
      let output = "";
      let isTold = false;
      const hear = (chunk: Buffer) => {
        output += chunk.toString();
        const found = pattern?.exec(output)?.[0];
        if (!found || isTold) return;
        isTold = true;
        whenSaid?.(found).catch((error: unknown) => {
          child.kill();
          reject(error instanceof Error ? error : new Error(String(error)));
        });
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.once("error", reject);
      child.once("close", (code) => resolve({ code, output }));
    });
  }

  /** Starts a login, and does `whenAsked` with the user code that it shows. */
  login(whenAsked: (userCode: string) => Promise<void>): Promise<Ended> {
    const lastLine = /(?<=code: )[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}(?=\s)/;
    return this.run(["login"], lastLine, whenAsked);
  }

  private get file(): string | undefined {
    return ["credentials.json", "credentials"]
      .map((name) => join(this.path, "acme", name))
      .find((path) => existsSync(path));
  }

  /** Its credential file: the key, and who may read it; undefined when there is no key. */
  stored(): { mode: number; key: string; text: string } | undefined {
    if (!this.file) return undefined;
    const text = readFileSync(this.file, "utf8");
    const key = /alprina_sk_live_[0-9A-Za-z]{43}/.exec(text)?.[0];
    if (!key) return undefined;
    noteSecret({ kind: "api_key", value: key });
    return { mode: statSync(this.file).mode & 0o777, key, text };
  }

  /** Lets the stored key look as if its time were over. */
  age(): void {
    const text = this.stored()?.text ?? "";
    const aged = text.replace(/("?expires_at"?[=:] ?)("[^"]+"|[\d.]+)/, (_, name: string, value: string) =>
      value.startsWith('"') ? `${name}"2020-01-01T00:00:00Z"` : `${name}1000`,
    );
    if (aged === text || !this.file) throw new Error("No expires_at in the credential file.");
    writeFileSync(this.file, aged);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
