import { readFileSync } from "node:fs";
import path from "node:path";

import { Ajv2020 } from "ajv/dist/2020";
import { expect } from "vitest";

const schema = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../../../docs/cli.schema.json"), "utf8"),
) as object;
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

export interface Line {
  type: "prompt" | "warning" | "result" | "error";
  command: string;
  data?: Record<string, unknown>;
  prompt?: Record<string, unknown>;
  error?: { code: string; exitCode: number; message: string; hint: string | null };
}

/** What `--json` printed, each line held against the published schema; the last one is how it ended. */
export function readLines({ stdout, code }: { stdout: string; code: number | null }): {
  lines: Line[];
  end: Line;
} {
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  for (const line of lines) expect(validate(line), JSON.stringify([line, validate.errors])).toBe(true);
  const end = lines.at(-1);
  if (!end) throw new Error("Nothing was printed.");
  expect(end.type).toBe(code === 0 ? "result" : "error");
  if (end.error) expect(end.error.exitCode).toBe(code);
  return { lines, end };
}
