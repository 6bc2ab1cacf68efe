import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run, type Line } from "@alprina/contract-tests/support/program";
import { noteSecret } from "@alprina/contract-tests/support/secrets-seen";
import { expect } from "vitest";

const program = join(import.meta.dirname, "../clients/sdk-logins.ts");
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** A process in which our SDK signs in many times at once. */
export interface SdkLogins {
  /** The user codes, once all of the logins wait. */
  userCodes: Promise<string[]>;
  /** What they were told when they had to ask again. */
  retries(): string[];
  /** The keys that they ended with. @throws with what failed, when one did not get its key. */
  keys(): Promise<string[]>;
  kill(): void;
}

export function startSdkLogins(server: string, count: number): SdkLogins {
  const sdk = run(process.execPath, ["--import", tsx, program, server, String(count)]);
  const { lines, ended } = sdk;
  const saying = (field: string) => lines.flatMap((line: Line) => line[field] ?? []) as string[];
  // Whoever asks for the keys is told; until then it is no unhandled rejection.
  ended.catch(() => undefined);
  const userCodes = expect
    .poll(() => [saying("user_code").length, saying("failed")], { timeout: 120_000, interval: 100 })
    .toEqual([count, []])
    .then(() => saying("user_code"));
  void userCodes.then((codes) => codes.forEach((value) => noteSecret({ kind: "user_code", value })));
  return {
    userCodes,
    kill: () => sdk.kill(),
    retries: () => saying("retried"),
    async keys() {
      await ended.catch(() => undefined);
      expect(saying("failed")).toEqual([]);
      const keys = saying("api_key");
      for (const value of keys) noteSecret({ kind: "api_key", value });
      expect(keys).toHaveLength(count);
      return keys;
    },
  };
}
