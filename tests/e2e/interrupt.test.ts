import { existsSync } from "node:fs";
import { expect, test } from "./support/test";

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  test(`${signal} during a login ends it cleanly, with ${code}`, async ({ cli }) => {
    const login = cli.start("login");
    await login.says(/Waiting for you/);
    login.interrupt(signal);
    const ended = await login.ended;
    expect(ended.stderr).toContain("Cancelled. Nothing was signed in.");
    expect(ended.stderr).not.toMatch(/^\s+at /m);
    expect(ended.code).toBe(code);
    expect(existsSync(cli.credentials)).toBe(false);
  });
}
