import type { HostEnv } from "./env";

/** A program that opens pages either ends soon, and says how, or is the browser itself and stays. */
const SETTLED_MS = 1_500;

/** The commands that open a page here, the likeliest first. */
export function openers(url: string, env: HostEnv, platform = process.platform): [string, ...string[]][] {
  const byPerson: [string, ...string[]][] = (env.browser ?? "")
    .split(":")
    .filter(Boolean)
    .map((command) => {
      const [program = command, ...words] = command.split(" ");
      return [
        program,
        ...(command.includes("%s") ? words.map((word) => word.replace("%s", url)) : [...words, url]),
      ];
    });
  if (byPerson.length > 0) return byPerson;
  if (platform === "darwin") return [["open", url]];
  // No shell sees the address: `start` would read its ampersands.
  if (platform === "win32") return [["rundll32.exe", "url.dll,FileProtocolHandler", url]];
  if (env.wsl)
    return [
      ["wslview", url],
      ["rundll32.exe", "url.dll,FileProtocolHandler", url],
    ];
  return [
    ["xdg-open", url],
    ["gio", "open", url],
  ];
}

/** Whether something took the page. What it does with it cannot be known. */
export async function openBrowser(url: string, env: HostEnv): Promise<boolean> {
  for (const [program, ...words] of openers(url, env)) if (await starts(program, words)) return true;
  return false;
}

async function starts(program: string, words: string[]): Promise<boolean> {
  const { spawn } = await import("node:child_process");
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: "ignore", detached: true });
    // It outlives this process, and does not hold it up.
    child.unref();
    const settled = setTimeout(() => resolve(true), SETTLED_MS);
    const end = (taken: boolean) => {
      clearTimeout(settled);
      resolve(taken);
    };
    child.once("error", () => end(false));
    child.once("exit", (code) => end(code === 0));
  });
}
