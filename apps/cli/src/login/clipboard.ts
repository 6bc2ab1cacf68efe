import type { CliEnv } from "../env";

/** A program that takes the clipboard takes it soon, or never. */
const PATIENCE_MS = 500;

/** Copies a short code. Whether it is known to have worked: over ssh only the terminal at the other end knows. */
export async function copy(text: string, env: CliEnv): Promise<"copied" | "perhaps" | "no"> {
  if (env.ssh) {
    process.stderr.write(osc52(text, env));
    return "perhaps";
  }
  for (const [program, ...words] of programs(env)) {
    if (await feed(program, words, text)) return "copied";
  }
  return "no";
}

/** Asks the terminal itself, wherever it runs, and also from within tmux. */
function osc52(text: string, { tmux }: CliEnv): string {
  const ask = `\u001b]52;c;${Buffer.from(text).toString("base64")}\u0007`;
  return tmux ? `\u001bPtmux;\u001b${ask}\u001b\\` : ask;
}

function programs({ wayland, display }: CliEnv, platform = process.platform): [string, ...string[]][] {
  if (platform === "darwin") return [["pbcopy"]];
  if (platform === "win32") return [["clip"]];
  return [
    ...(wayland ? ([["wl-copy"]] as [string][]) : []),
    ...(display
      ? ([
          ["xclip", "-selection", "clipboard"],
          ["xsel", "--clipboard", "--input"],
        ] as [string, ...string[]][])
      : []),
  ];
}

async function feed(program: string, words: string[], text: string): Promise<boolean> {
  const { spawn } = await import("node:child_process");
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: ["pipe", "ignore", "ignore"], detached: true });
    // Some stay, to hand out what they hold.
    child.unref();
    const late = setTimeout(() => resolve(child.exitCode === null && child.pid !== undefined), PATIENCE_MS);
    const end = (taken: boolean) => {
      clearTimeout(late);
      resolve(taken);
    };
    child.once("error", () => end(false));
    child.once("exit", (code) => end(code === 0));
    child.stdin.on("error", () => undefined);
    child.stdin.end(text);
  });
}
