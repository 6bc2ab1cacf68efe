import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Something that must stand in no log and, but for a cookie, nowhere in the database. */
export interface Secret {
  kind:
    | ("device_code" | "user_code" | "cli_code" | "api_key" | "token" | "cookie" | "password")
    | ("authorization_code" | "refresh_token" | "id_token" | "client_secret" | "revocation_link")
    | ("authenticator_secret" | "backup_code");
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

/** What is found in the logs of the whole run, now that it is over: `file:line: kinds: the line without them`. */
export function leaksIn(runDir: string): string[] {
  const secrets = secretsSeen(runDir);
  return readLogs(runDir).flatMap(({ name, text }) =>
    leakyLines(secrets, text).map((one) => `${name}:${one}`),
  );
}

/** Forms of secrets that no test has seen, as in another process's log. */
const FORMS: [string, RegExp][] = [
  ["api_key by its form", /alprina_sk_live_[A-Za-z0-9]{8,}/g],
  ["user_code by its form", /\b[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}\b/g],
  ["a code in an address", /(?<=[?&](?:user_code|code|state|token)=)(?!\[hidden\])[^\s&"']+/g],
  ["a JWT", /\beyJ[\w-]{10,}\.[\w-]{10,}/g],
  ["a cookie", /(?<=alprina\.\w+=)(?!\[hidden\])[^\s;"']+/g],
  ["an Authorization header", /(?<=\b(?:bearer|basic) )(?!\[hidden\])[\w.~+/=-]{16,}/gi],
];

/** `line: kinds: the line`, without what was found there, for each line of `text` that holds a secret. */
export function leakyLines(secrets: Secret[], text: string): string[] {
  const suspects = secrets.flatMap((secret) => spellings(secret).map((one) => [secret.kind, one] as const));
  return text.split("\n").flatMap((line, index) => {
    const kinds = new Set<string>();
    let rest = line;
    for (const [kind, one] of suspects) {
      if (one === "" || !rest.includes(one)) continue;
      kinds.add(kind);
      rest = rest.replaceAll(one, "…");
    }
    for (const [kind, form] of FORMS) {
      if (rest.search(form) < 0) continue;
      kinds.add(kind);
      rest = rest.replace(form, "…");
    }
    return kinds.size > 0 ? [`${index + 1}: ${[...kinds].join(", ")}: ${rest.slice(0, 300)}`] : [];
  });
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
