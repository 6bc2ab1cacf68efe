import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { describe, expect, onTestFinished, test } from "vitest";

import { someone } from "./run";

const has = (shell: string) => [`/bin/${shell}`, `/usr/bin/${shell}`].some((file) => existsSync(file));

async function scriptFor(shell: string): Promise<string> {
  const { run } = await someone();
  const { code, stdout } = await run(["completion", shell]);
  expect(code).toBe(0);
  const folder = await mkdtemp(path.join(tmpdir(), "alprina-completion-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, "script");
  await writeFile(file, stdout);
  return file;
}

/** What the shell itself then offers after these words. */
const offers: Record<string, (script: string, words: string[]) => [string, string[]]> = {
  bash: (script, words) => [
    "bash",
    [
      "-c",
      `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _alprina; printf '%s\\n' "\${COMPREPLY[@]}"`,
      script,
      ...words,
    ],
  ],
  fish: (script, words) => ["fish", ["-c", `source ${script}; complete -C '${words.join(" ")}'`]],
  zsh: (script, words) => [
    "zsh",
    [
      "-fc",
      `compdef() { :; }; _describe() { print -l -- "\${(@P)2}"; }; source "$0"; words=("$@"); CURRENT=$#; _alprina`,
      script,
      ...words,
    ],
  ],
};

describe.each(Object.keys(offers).filter(has))("in %s", (shell) => {
  const cases: [string[], string[], string[]][] = [
    [["alprina", ""], ["login", "logout", "status", "devices", "doctor"], ["rename"]],
    [["alprina", "devices", ""], ["list", "rename", "revoke"], ["login"]],
    [["alprina", "login", "--"], ["--way", "--code", "--no-wait", "--resume"], ["--all"]],
    [["alprina", "login", "--way", ""], ["loopback", "device", "dashboard"], ["--code"]],
  ];
  test.each(cases)("%o offers %o, and not %o", async (words, offered, others) => {
    const [program, args] = offers[shell]?.(await scriptFor(shell), words) ?? ["", []];
    const { stdout, stderr } = await promisify(execFile)(program, args);
    expect(stderr).toBe("");
    const found = stdout.split("\n").map((line) => line.split(/[\t:]/)[0]);
    for (const word of offered) expect(found).toContain(word);
    for (const word of others) expect(found).not.toContain(word);
  });
});

test.each(["bash", "zsh", "fish"])("a script for %s names its commands", async (shell) => {
  const { run } = await someone();
  const { stdout } = await run(["completion", shell]);
  for (const word of ["login", "doctor", "--way", "rename"])
    expect(stdout).toContain(word.replace(/^--/, ""));
});
