import { fork, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "@alprina/contract-tests/support/server";

/** A server of the bench: ours, a peer or a ceiling. */
export interface Program {
  name: string;
  url: string;
  pid: number;
  stop(): Promise<void>;
}

const bench = join(import.meta.dirname, "..");
const READY_WITHIN_MS = 60_000;

/** Starts a program of `peers/` or `ceilings/`, which says its address when it listens. */
export async function startProgram(
  name: string,
  file: string,
  env: Record<string, string>,
): Promise<Program> {
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  const child = fork(join(bench, file), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: [],
    env: { PATH: process.env.PATH, NODE_ENV: "production", PUBLIC_URL: publicUrl, ...env },
  });
  const url = await addressOf(child, file);
  return { name, url, pid: child.pid ?? -1, stop: () => end(child) };
}

function addressOf(child: ChildProcess, file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`${file} does not listen`)), READY_WITHIN_MS);
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code} before it listened`)));
    child.once("message", (message) => {
      clearTimeout(patience);
      resolve((message as { url: string }).url);
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.disconnect();
  });
}

/** Seconds of CPU that a process has taken so far; NaN where the system does not tell (it is Linux's /proc). */
export function cpuSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /s, "")
      .split(" ");
    // utime and stime of proc(5), in ticks of a hundredth.
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return NaN;
  }
}

/** Resident memory of a process in bytes; NaN where the system does not tell. */
export function residentBytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1]) * 1024;
  } catch {
    return NaN;
  }
}
