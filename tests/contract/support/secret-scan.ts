import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Something that must stand in no log and, but for a cookie, nowhere in the database. */
export interface Secret {
  kind:
    | ("device_code" | "user_code" | "cli_code" | "api_key" | "token" | "cookie" | "password")
    | ("authorization_code" | "refresh_token" | "id_token" | "client_secret");
  value: string;
}

export const secretsFile = (runDir: string) => join(runDir, "secrets.jsonl");

/** Every secret that any test of this run has seen so far. */
export function secretsSeen(runDir: string): Secret[] {
  if (!existsSync(secretsFile(runDir))) return [];
  const lines = readFileSync(secretsFile(runDir), "utf8").split("\n");
  // The last one may be half written by another test.
  return [...new Set(lines.slice(0, -1))].map((line) => JSON.parse(line) as Secret);
}

/** The kinds of the secrets that `text` holds. */
export function findSecrets(secrets: Secret[], text: string): Secret["kind"][] {
  return secrets
    .filter((secret) => spellings(secret).some((one) => text.includes(one)))
    .map(({ kind }) => kind);
}

/** What every server of the run printed, by file. */
export function readLogs(runDir: string): { name: string; text: string }[] {
  const names = readdirSync(runDir).filter((name) => name.endsWith(".log"));
  return names.map((name) => ({ name, text: readFileSync(join(runDir, name), "utf8") }));
}

/** What is found in the logs of the whole run, now that it is over: `file: kinds`. */
export function leaksIn(runDir: string): string[] {
  const secrets = secretsSeen(runDir);
  return readLogs(runDir)
    .map(({ name, text }) => ({ name, kinds: new Set(findSecrets(secrets, text)) }))
    .filter(({ kinds }) => kinds.size > 0)
    .map(({ name, kinds }) => `${name}: ${[...kinds].join(", ")}`);
}

/** The forms in which a secret could stand somewhere. */
function spellings({ kind, value }: Secret): string[] {
  if (kind === "user_code")
    return [value, value.replace("-", "")].flatMap((code) => [code, code.toLowerCase()]);
  // The start of a key may be shown; what follows it may not.
  if (kind === "api_key") return [value, value.slice("alprina_sk_live_".length + 4)];
  if (kind === "cookie") return [value, decodeURIComponent(value)];
  return [value];
}
