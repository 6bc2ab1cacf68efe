import type { Context } from "./context";

/** `command` is its name as it is reported: `devices list`. */
export type Open = (command: string) => Promise<Context>;

/** What scripts call all the time: commands without an option of their own. */
const commands = {
  whoami: async (open: Open) => (await import("./commands/whoami")).whoami(await open("whoami")),
  token: async (open: Open) => (await import("./commands/token")).token(await open("token")),
  status: async (open: Open) => (await import("./commands/status")).status(await open("status")),
};

export const { whoami, token, status } = commands;

/** One of them, when nothing but `--json` stands beside it: it is run without the parser, a fifth of its start. */
export function directCommand(words: readonly string[]): ((open: Open) => Promise<void>) | undefined {
  const [name = "", ...more] = words.filter((word) => word !== "--json");
  return more.length === 0 && Object.hasOwn(commands, name)
    ? commands[name as keyof typeof commands]
    : undefined;
}
