import type { Context } from "./context";

/** Why a browser is better not opened from here; `undefined` when it can be. */
export function whyNoBrowser({ env, terminal }: Pick<Context, "env" | "terminal">): string | undefined {
  if (env.ssh) return "this is an SSH session";
  if (env.ci) return "this is a CI job";
  if (!terminal.animated) return "nobody is at this terminal";
  if (!env.display) return "this machine has no desktop";
  return undefined;
}

/** Whether something took the link. What it does with it cannot be known. */
export async function openBrowser(link: string): Promise<boolean> {
  try {
    // Loaded late: it looks around on the machine, and most commands have no use for it.
    const { default: open } = await import("open");
    const launcher = await open(link);
    launcher.on("error", () => undefined);
    return true;
  } catch {
    return false;
  }
}
