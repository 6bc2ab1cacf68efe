import { appendFileSync } from "node:fs";
import { inject } from "vitest";
import type { Reply } from "./http";
import { secretsFile, type Secret } from "./secret-scan";

/** Notes every code, key, token and cookie that a reply hands out, by the name of its field. */
export function noteSecretsIn({ body, headers }: Reply): void {
  visit(body);
  for (const line of headers["set-cookie"] ?? []) {
    const value = line.split(";", 1)[0]?.split("=")[1];
    if (value) noteSecret({ kind: "cookie", value });
  }
}

export function noteSecret(secret: Secret): void {
  appendFileSync(secretsFile(inject("runDir")), `${JSON.stringify(secret)}\n`);
}

const fields = new Set<string>(["device_code", "cli_code", "api_key", "token"] satisfies Secret["kind"][]);

function visit(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner !== "string") visit(inner);
    else if (fields.has(name)) noteSecret({ kind: name as Secret["kind"], value: inner });
    // A user code is echoed as it was typed; only the one that a login starts with is sure to be one.
    else if (name === "user_code" && "device_code" in value) noteSecret({ kind: "user_code", value: inner });
  }
}
