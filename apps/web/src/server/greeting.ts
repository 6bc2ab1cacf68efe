import type { Env } from "@/env";
import type { Backend } from "./backend";

/** What a newcomer reads when the server is up: where it is, where its data lives, and what to do next. */
export function sayReady({
  env,
  backend,
  port,
  migrations,
}: {
  env: Env;
  backend: Backend;
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
