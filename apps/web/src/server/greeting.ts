import type { Env } from "@/env";
import type { Backend } from "./backend";

const WITH_REDIS = "your Redis (REDIS_URL)";
const WITHOUT_REDIS = "the database: the Redis at REDIS_URL does not answer. It takes over when it does";

/** What a newcomer reads when the server is up: where it is, where its data lives, and what to do next. */
export function sayReady({
  env,
  backend,
  redis,
  port,
  migrations,
}: {
  env: Env;
  backend: Backend;
  /** Whether the operator's Redis answers; undefined without one. */
  redis: boolean | undefined;
  port: number;
  migrations: string[];
}): void {
  const url = env.publicUrl;
  const database = backend.embeddedIn
    ? `embedded PostgreSQL, data in ${backend.embeddedIn}`
    : "yours (DATABASE_URL)";
  const server = url === "http://localhost:3000" ? "" : ` --server ${url}`;
  const lines = [
    "",
    `  ${env.appName} Device Login is ready at ${url}${url.endsWith(`:${port}`) ? "" : ` (port ${port})`}`,
    `  Database: ${database}`,
    ...(redis === undefined ? [] : [`  Attempts are counted in ${redis ? WITH_REDIS : WITHOUT_REDIS}`]),
    `  Mail: ${env.mail ? `on, by ${env.mail.host}` : "off (SMTP_URL is not set); people are not told of new devices"}`,
    ...(migrations.length > 0 ? [`  Migrated: ${migrations.join(", ")}`] : []),
    "",
    "  Next, in a second terminal:",
    `    npm run cli -- login${server}     sign this terminal in; the browser opens by itself`,
    "    npm run cli -- whoami    see who it is now",
    "",
    "  Ctrl-C stops it. Nothing is lost.",
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** Once, on stderr: a server that others reach without TLS works, as in a house network, but whoever listens has it all. */
export function warnOfPlainHttp({ isLocal, publicUrl }: Env): void {
  if (isLocal || publicUrl.startsWith("https:")) return;
  process.stderr.write(
    `PUBLIC_URL is ${publicUrl}, without TLS: passwords, session cookies and keys can be read by anybody on the way. Put a proxy with TLS in front and set PUBLIC_URL to its https address.\n`,
  );
}
