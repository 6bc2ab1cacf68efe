import type { LoginPrompt } from "@alprina/cli-auth/client";

import type { Context } from "../context";
import { facts } from "../terminal";
import { copy } from "./clipboard";
import { qrCode } from "./qr-code";

export interface ShowOptions {
  /** Nobody will open a browser here, so a phone may be the nearest one. */
  qr: boolean;
  copyCode: boolean;
}

/** Shows what the person has to do, by whichever way the login goes. */
export async function showPrompt(context: Context, prompt: LoginPrompt, options: ShowOptions): Promise<void> {
  const { terminal, env } = context;
  const { bold, green, cyan, dim } = terminal.colors;
  const indent = terminal.columns < 60 ? "  " : "    ";
  const show = (rows: [string, string][]) => {
    terminal.say();
    for (const line of facts(rows, terminal.colors, terminal.columns)) terminal.say(`${indent}${line}`);
  };
  if (prompt.way === "loopback") {
    show([["Open", cyan(prompt.url)]]);
    terminal.say();
    terminal.say(dim("With a browser elsewhere: alprina login --way device"));
    return;
  }
  if (prompt.way === "dashboard") return;

  const copied = options.copyCode ? await copy(prompt.userCode, env) : "no";
  const note = {
    copied: dim("  (copied)"),
    perhaps: dim("  (copied, where your terminal lets it be)"),
    no: "",
  };
  show([
    ["Your code", bold(green(prompt.userCode)) + note[copied]],
    ["Open", cyan(prompt.verificationUriComplete)],
    ["or type it at", prompt.verificationUri],
  ]);
  if (options.qr) {
    const lines = qrCode(prompt.verificationUriComplete, terminal);
    if (lines.length > 0) terminal.say();
    for (const line of lines) terminal.say(line);
  }
  terminal.say();
  terminal.say("Approve only if the browser shows this same code.");
}
