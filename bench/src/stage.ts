import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestServer } from "@alprina/db/testing";
import pg from "pg";
import { startLoader, type Loader } from "./load/loader";
import type { Options } from "./options";
import { AUTH_SECRET, startOurs } from "./ours";
import { startProgram, type Program } from "./programs";

/** A server and the database that it has for itself, on the one PostgreSQL that all share. */
export interface Instance extends Program {
  databaseUrl: string;
}

/** Where a row plays: it starts what it needs, and everything is stopped when the row is over. */
export interface Stage {
  options: Options;
  loader: Loader;
  createDatabase(): Promise<string>;
  /** Our server; on a database of its own, unless it is to share one. */
  ours(name: string, databaseUrl?: string): Promise<Instance>;
  /** A peer, on a database of its own. */
  peer(name: "better-auth" | "oidc-provider"): Promise<Instance>;
  ceiling(name: string, file: string, env: Record<string, string>): Promise<Program>;
  /** A client on a database, for what the bench itself does there. */
  client(databaseUrl: string): Promise<pg.Client>;
}

/** Builds the stage of one row, lets it play, and takes the stage down again. */
export type Play = <Result>(play: (stage: Stage) => Promise<Result>) => Promise<Result>;

/** Starts PostgreSQL and the load, which all rows share. */
export async function openHouse(options: Options): Promise<{ play: Play; close(): Promise<void> }> {
  const runDir = mkdtempSync(join(tmpdir(), "alprina-bench-"));
  const postgres = await startTestServer({ durable: true });
  const loader = startLoader(options.connections);
  const poolSize = String(options.poolSize);

  const closing: (() => Promise<unknown>)[] = [];
  const clear = async () => {
    for (const close of closing.splice(0)) await close();
  };

  const play: Play = async (act) => {
    const kept = <One extends Program>(program: One): One => {
      closing.unshift(() => program.stop());
      return program;
    };
    const stage: Stage = {
      options,
      loader,
      createDatabase: () => postgres.createDatabase(),
      async ours(name, databaseUrl) {
        const url = databaseUrl ?? (await postgres.createDatabase());
        const { poolSize, profile } = options;
        return {
          ...kept(await startOurs({ name, databaseUrl: url, poolSize, runDir, profile })),
          databaseUrl: url,
        };
      },
      async peer(name) {
        const databaseUrl = await createEmptyDatabase(postgres.url, name);
        const env = { DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: poolSize, AUTH_SECRET };
        return { ...kept(await startProgram(name, `peers/${name}.mjs`, env)), databaseUrl };
      },
      ceiling: async (name, file, env) =>
        kept(await startProgram(name, `ceilings/${file}`, { ...env, DATABASE_CONNECTIONS: poolSize })),
      async client(databaseUrl) {
        const client = new pg.Client({ connectionString: databaseUrl });
        await client.connect();
        closing.unshift(() => client.end());
        return client;
      },
    };
    try {
      return await act(stage);
    } finally {
      await clear();
    }
  };

  return {
    play,
    async close() {
      await clear();
      loader.stop();
      await postgres.stop();
      rmSync(runDir, { recursive: true, force: true });
    },
  };
}

async function createEmptyDatabase(serverUrl: string, peer: string): Promise<string> {
  const name = `${peer.replace("-", "_")}_${Date.now()}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  return serverUrl.replace(/\/[^/]*$/, `/${name}`);
}
