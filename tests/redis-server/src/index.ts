import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const KNOWN = ["/usr/bin/redis-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server"];
const START_WITHIN_MS = 20_000;

/** A Redis on a port of its own, with a password, that writes nothing down. */
export interface RedisServer {
  /** With the password in it. */
  url: string;
  password: string;
  /** Starts it again, empty, where it was. */
  start(): Promise<void>;
  /** SIGKILL: connections break, and nobody listens. */
  kill(): Promise<void>;
  /** Stops the process without ending it: connections stay, and nothing answers. */
  freeze(): void;
  thaw(): void;
  /** Kills it and removes its folder. */
  stop(): Promise<void>;
}

/** @throws with what to install. */
export async function startRedisServer(): Promise<RedisServer> {
  const program = [process.env.REDIS_SERVER_PATH, ...KNOWN].find((path) => path && existsSync(path));
  if (!program) {
    throw new Error(
      "These tests need redis-server: apt-get install redis-server, or name it in REDIS_SERVER_PATH.",
    );
  }
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "alprina-redis-"));
  const password = "a-password-of-the-tests";
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    const settings = {
      port,
      bind: "127.0.0.1",
      dir: folder,
      requirepass: password,
      save: "",
      appendonly: "no",
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    child = spawn(program ?? "", args, { stdio: "ignore" });
    for (const deadline = Date.now() + START_WITHIN_MS; !(await answers(port)); await sleep(20)) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error("redis-server did not start.");
    }
  }
  async function kill(): Promise<void> {
    const dying = child;
    child = undefined;
    if (!dying || dying.exitCode !== null) return;
    const exited = new Promise((resolve) => dying.once("exit", resolve));
    dying.kill("SIGKILL");
    await exited;
  }
  await start();
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    password,
    start,
    kill,
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.end("PING\r\n"));
    socket.once("data", () => resolve(true)).once("error", () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
