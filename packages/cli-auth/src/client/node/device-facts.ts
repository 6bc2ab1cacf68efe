import { promises as fs } from "node:fs";
import os from "node:os";

import type { DeviceFacts } from "../device-facts";

/** What this machine calls itself and what it runs, for the person who decides. Never throws. */
export async function collectDeviceFacts(): Promise<Required<Pick<DeviceFacts, "deviceName" | "deviceOs">>> {
  return { deviceName: os.hostname().replace(/\.local$/, ""), deviceOs: await readableOs() };
}

async function readableOs(): Promise<string> {
  switch (process.platform) {
    case "linux":
      return linuxName(await fs.readFile("/etc/os-release", "utf8").catch(() => ""), os.release());
    case "darwin":
      return macName(await productVersion());
    case "win32":
      return os.version();
    default:
      return `${os.type()} ${os.release()}`;
  }
}

/** @param osRelease the text of `/etc/os-release`; @param kernel `uname -r`. */
export function linuxName(osRelease: string, kernel: string): string {
  const fields = new Map<string, string>();
  for (const [, key = "", value = ""] of osRelease.matchAll(/^([A-Z_]+)=(.*)$/gm)) {
    fields.set(key, value.trim().replace(/^(["'])(.*)\1$/, "$2"));
  }
  const name = fields.get("NAME");
  const version = fields.get("VERSION_ID");
  const system = name && version ? `${name.replace(/ (GNU\/)?Linux$/, "")} ${version}` : (name ?? "Linux");
  return /microsoft/i.test(kernel) ? `${system} (WSL)` : system;
}

export function macName(version: string | undefined): string {
  return version ? `macOS ${version}` : "macOS";
}

/** `os.release()` tells Darwin's version there, which nobody knows by heart. */
async function productVersion(): Promise<string | undefined> {
  try {
    // Loaded late: it takes a fifth of a start, and a command that signs nobody in has no use for it.
    const { execFile } = await import("node:child_process");
    return await new Promise((resolve) =>
      execFile("/usr/bin/sw_vers", ["-productVersion"], { timeout: 2000 }, (error, stdout) =>
        resolve(error ? undefined : stdout.trim()),
      ),
    );
  } catch {
    return undefined;
  }
}
