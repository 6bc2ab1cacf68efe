import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { prepareDataDir, readOrCreateSecret, startEmbeddedPostgres } from "@alprina/db/embedded";
import { migrate } from "@alprina/db/migrate";
import { databaseUnavailable, isProductError } from "@alprina/api";
import { EnvError, type Env } from "@/env";

/** The database and the secret that a server runs on. */
export interface Backend {
  databaseUrl: string;
  serverSecret: string;
  /** The folder of the embedded database; undefined when the operator brought one. */
  embeddedIn: string | undefined;
  /** Resolves with the migrations that were run, once the database could be reached. */
  migrated: Promise<string[]>;
  close(): Promise<void>;
}

const RETRY_MS = 1_000;

/**
 * The operator's database, or the embedded one, started. Migrations go on in the background: while the
 * operator's database is away the server answers 503, and goes on by itself when it is back. With `ifAway: "fail"`
 * `migrated` rejects instead.
 * @throws EnvError when a secret is missing that must be the operator's.
 */
export async function openBackend(
  env: Env,
  checkout: string,
  { ifAway = "wait" }: { ifAway?: "wait" | "fail" } = {},
): Promise<Backend> {
  if (env.databaseUrl) {
    return {
      databaseUrl: env.databaseUrl,
      serverSecret: env.authSecret ?? localSecret(env, checkout),
      embeddedIn: undefined,
      migrated: ifAway === "fail" ? migrate(env.databaseUrl) : migrateWhenThere(env.databaseUrl),
      close: async () => undefined,
    };
  }
  const dataDir = prepareDataDir(checkout, env.dataDir);
  const serverSecret = env.authSecret ?? readOrCreateSecret(dataDir, "auth-secret");
  const postgres = await startEmbeddedPostgres(dataDir);
  // This one is here, so nobody need be answered before its tables are.
  const migrations = await migrate(postgres.url).catch(async (error: unknown) => {
    await postgres.stop();
    throw error;
  });
  return {
    databaseUrl: postgres.url,
    serverSecret,
    embeddedIn: dataDir,
    migrated: Promise.resolve(migrations),
    close: () => postgres.stop(),
  };
}

/** On one's own machine a generated secret will do; a server for others must say its own, and keep it. */
function localSecret(env: Env, checkout: string): string {
  if (!env.isLocal) {
    throw new EnvError(
      `AUTH_SECRET is not set, and ${env.publicUrl} is not this machine alone. Make one with "openssl rand -base64 32", and keep it: it signs sessions and guards the stored codes.`,
    );
  }
  return readOrCreateSecret(prepareDataDir(checkout, env.dataDir), "auth-secret");
}

async function migrateWhenThere(url: string): Promise<string[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await migrate(url);
    } catch (error) {
      if (!isProductError(databaseUnavailable(error))) throw error;
      if (attempt === 1) sayAway(error);
      await sleep(RETRY_MS + (randomBytes(1)[0] ?? 0));
    }
  }
}

/** Once: an operator who mistyped DATABASE_URL should not look at a silent terminal. */
function sayAway(error: unknown): void {
  const reason = error instanceof Error && error.message ? ` (${error.message})` : "";
  process.stderr.write(
    `The database at DATABASE_URL does not answer${reason}. Logins get 503 until it does; this goes on by itself.\n`,
  );
}
