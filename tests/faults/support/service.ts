import { startTestServer, type TestServer } from "@alprina/db/testing";
import type { Host } from "@alprina/contract-tests/support/hosts";
import { startNginx, type Nginx } from "@alprina/contract-tests/support/nginx";
import {
  freePort,
  spawnServer,
  untilReady,
  type RunningServer,
} from "@alprina/contract-tests/support/server";
import { inject } from "vitest";
import { openLedger, type Ledger } from "./ledger";

export interface Instance extends Host {
  /** The process that serves it now. */
  server: RunningServer;
  /** Starts it where it was, once the process has ended. */
  start(): Promise<void>;
}

/** Two instances on a PostgreSQL of their own, behind an nginx with the file of the guide. */
export interface Service {
  /** As clients reach it: PUBLIC_URL. */
  front: Host;
  instances: [Instance, Instance];
  postgres: TestServer;
  nginx: Nginx;
  ledger: Ledger;
  /** The instance to which nginx sends whoever comes from this machine, and the other one. */
  chosenAndOther(): [Instance, Instance];
  close(): Promise<void>;
}

/** @param env what both instances are told besides. */
export async function openService(name: string, env: Record<string, string> = {}): Promise<Service> {
  const cleanUps: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  };
  try {
    return { ...(await open(name, env, cleanUps)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  name: string,
  env: Record<string, string>,
  cleanUps: (() => Promise<unknown>)[],
): Promise<Omit<Service, "close">> {
  const postgres = await startTestServer();
  cleanUps.push(() => postgres.stop());
  const databaseUrl = await postgres.createDatabase();
  const ledger = await openLedger(databaseUrl);
  cleanUps.push(() => ledger.close());
  const port = await freePort();
  const front: Host = { kind: "front door", url: `http://127.0.0.1:${port}`, databaseUrl };
  const shared = {
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: front.url,
    TRUSTED_PROXIES: "127.0.0.1",
    LIMIT_FACTOR: "1000",
    DATABASE_CONNECTIONS: "20",
    ...env,
  };

  async function openInstance(nameOfInstance: string): Promise<Instance> {
    const port = await freePort();
    const spawn = () =>
      spawnServer("front door", { runDir: inject("runDir"), name: nameOfInstance, env: shared, port });
    const server = await spawn();
    const instance: Instance = {
      ...{ kind: "front door", url: server.url, databaseUrl, server },
      async start() {
        instance.server = await spawn();
        await untilReady(instance.server);
      },
    };
    cleanUps.push(() => instance.server.stop());
    await untilReady(server);
    return instance;
  }
  // One after the other: a start is the heaviest thing that happens here.
  const instances: [Instance, Instance] = [
    await openInstance(`${name} first`),
    await openInstance(`${name} second`),
  ];
  const [first, second] = instances.map(({ url }) => new URL(url).host);
  const names = { "127.0.0.1:3000": first ?? "", "127.0.0.1:3001": second ?? "" };
  const nginx = await startNginx("several-instances.conf", names, port);
  cleanUps.push(() => nginx.stop());
  return {
    ...{ front, instances, postgres, nginx, ledger },
    chosenAndOther() {
      const last = nginx.answeredBy().at(-1);
      return last === first ? instances : [instances[1], instances[0]];
    },
  };
}
