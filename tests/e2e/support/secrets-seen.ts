import { appendFileSync } from "node:fs";
import { secretsFile, type Secret } from "@alprina/contract-tests/support/secret-scan";
import { runDir } from "./run-dir";

/** Notes what must stand in no log of this run; the end of the run looks for it there. */
export function noteSecret(kind: Secret["kind"], value: string | undefined): void {
  // Shorter ones stand anywhere by chance.
  if (value && value.length >= 6)
    appendFileSync(secretsFile(runDir()), `${JSON.stringify({ kind, value })}\n`);
}

const fields: Record<string, Secret["kind"] | undefined> = {
  device_code: "device_code",
  user_code: "user_code",
  cli_code: "cli_code",
  api_key: "api_key",
  apiKey: "api_key",
  access_token: "api_key",
  refresh_token: "refresh_token",
  refreshToken: "refresh_token",
  id_token: "id_token",
  token: "token",
};

/** The same for all that a body holds under a telling name, however deep. */
export function noteSecretsIn(body: unknown): void {
  if (typeof body !== "object" || body === null) return;
  for (const [name, value] of Object.entries(body)) {
    const kind = fields[name];
    if (typeof value !== "string") noteSecretsIn(value);
    else if (kind) noteSecret(kind, value);
    else if (name === "redirectTo" && URL.canParse(value))
      noteSecret("authorization_code", new URL(value).searchParams.get("code") ?? undefined);
  }
}
