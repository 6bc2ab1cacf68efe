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

const fields: Record<string, Secret["kind"] | undefined> = {
  device_code: "device_code",
  cli_code: "cli_code",
  api_key: "api_key",
  token: "token",
  access_token: "api_key",
  refresh_token: "refresh_token",
  id_token: "id_token",
};

function visit(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const kind = fields[name];
    if (typeof inner !== "string") visit(inner);
    else if (kind) noteSecret({ kind, value: inner });
    else if (name === "redirectTo") noteCodeIn(inner);
    // A user code is echoed as it was typed; only the one that a login starts with is sure to be one.
    else if (name === "user_code" && "device_code" in value) noteSecret({ kind: "user_code", value: inner });
  }
}

/** The code in the address that a browser is sent back to. */
function noteCodeIn(address: string): void {
  const code = URL.canParse(address) ? new URL(address).searchParams.get("code") : null;
  if (code) noteSecret({ kind: "authorization_code", value: code });
}
