import {
  createBudgets,
  createCaller,
  createClientDirectory,
  createKeyDirectory,
  createKeyUses,
  createMissingBudgets,
  createMissingStore,
  createPollPacer,
  createSecrets,
  createStore,
  createWaiting,
  defaultPolicy,
  type Deps,
  type InstanceHealth,
  type Person,
  type RedisLink,
  type WatchProcedure,
  ProductError,
  type Standing,
} from "@alprina/api";
import { createFastLane, createRestHandler, type FastLane } from "@alprina/cli-auth/server";
import { openDatabase, type Database } from "@alprina/db";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { readEnv, type Env } from "@/env";
import { createAuth, type Auth } from "./auth";
import { createContext } from "./context";
import { openEvents } from "./events";
import { startHousekeeping } from "./housekeeping";
import { fastProduct } from "./fast-product";
import type { NodeCall } from "./front-door/fast-lane";
import { createIdentityProvider, type IdentityProvider } from "./identity-provider";
import { createFailureLog, createLogger, type Logger } from "./logger";
import { watchBudgets } from "./observe/budgets";
import { currentRequestId } from "./observe/current-request";
import { healthOf } from "./observe/health";
import { createMeasures, type Gauges, type Measures } from "./observe/measures";
import { watchProcedures } from "./observe/procedures";
import { observedRoute } from "./observe/requests";
import { createTracing, type Tracing } from "./observe/tracing";
import { connectRedis } from "./redis";
import { secured } from "./security-headers";
import { startMail } from "./mail";
import { openPlaces } from "./places";

/** Everything that runs, wired together. The only place that sees all of it. */
export interface Container {
  env: Env;
  logger: Logger;
  deps: Deps;
  /** Undefined on a server that has no database. */
  auth: Auth | undefined;
  /** Undefined on a server without REDIS_URL, or without a database. */
  redis: RedisLink | undefined;
  /** Undefined when the operator has none. */
  identityProvider: IdentityProvider | undefined;
  /** Whether our own server stands in front and says who the client is. */
  hasFrontDoor: boolean;
  measures: Measures;
  /** How this instance is, for operators. */
  health: () => InstanceHealth;
  /** Undefined where no traces are sent. */
  tracing: Tracing | undefined;
  /** What every procedure goes through. */
  watch: WatchProcedure;
  rest: (request: Request) => Promise<Response>;
  /** What our own server answers in front of `rest`. */
  fastLane: FastLane<NodeCall>;
  /** Rejects while the database is away or not migrated. */
  checkReady: () => Promise<unknown>;
  /** Writes down what went wrong on our side. */
  logFailure: ReturnType<typeof createFailureLog>;
  /** From now on `/readyz` says that this server stops, so that balancers send to others. */
  drain: () => void;
  close: () => Promise<void>;
}

export interface Wiring {
  env: Env;
  databaseUrl: string | undefined;
  serverSecret: string;
  hasFrontDoor: boolean;
  /** Resolves once the database has the schema of this version; undefined where somebody else sees to that. */
  migrated?: Promise<unknown>;
}

export function createContainer({
  env,
  databaseUrl,
  serverSecret,
  hasFrontDoor,
  migrated,
}: Wiring): Container {
  const logger = createLogger(env.logLevel);
  const database = databaseUrl
    ? openDatabase({ url: databaseUrl, maxConnections: env.databaseConnections })
    : undefined;
  const redis = database && env.redisUrl ? connectRedis(env.redisUrl, logger) : undefined;
  const policy = { ...defaultPolicy, ...env.policy };
  const events = openEvents(databaseUrl, redis);
  const pacer = createPollPacer({ events });
  const standing = standingOf(migrated);
  const store = database ? createStore(database, events, standing) : createMissingStore();
  const waiting = createWaiting({ events, findPending: (hashes) => store.findPendingGrants(hashes) });
  const gauges: Gauges = {
    waiting: () => waiting.size + pacer.countWaiting(new Date()),
    pool: () => database && poolOf(database.pool, env),
    isEventLinkLive: () => events.isLive(),
    eventLagMs: () => events.lagMs(),
    isRedisThere: () => redis && redis.client.status === "ready",
  };
  const measures = createMeasures(gauges, {
    ofProcess: env.metrics.port !== undefined || env.metrics.token !== undefined,
  });
  const tracing = env.traces && createTracing();
  const watch = watchProcedures(measures, tracing);
  const uses = createKeyUses(store);
  const deps: Deps = {
    now: () => new Date(),
    secrets: createSecrets({ serverSecret, apiKeyPrefix: policy.apiKeyPrefix }),
    passwords: { hash: hashPassword, verify: verifyPassword },
    store,
    clients: createClientDirectory(store, events),
    keys: createKeyDirectory(store, events),
    uses,
    budgets: watchBudgets(
      database ? createBudgets(database.pool, env.limitFactor, redis) : createMissingBudgets(),
      measures.budgetRefusal,
    ),
    pacer,
    events,
    waiting,
    policy,
    issuer: env.publicUrl,
    findPlace: openPlaces(logger),
  };
  const housekeeping = database && startHousekeeping(deps, { activityDays: env.activityDays, logger });
  const courier = database && startMail({ deps, env, logger, onTried: measures.mail });
  const identityProvider = env.signIn.openId && createIdentityProvider(env.signIn.openId);
  const logFailure = createFailureLog(logger);
  const wire = { publicUrl: env.publicUrl, cliName: policy.cliName, logError: logFailure };
  let isStopping = false;
  const rest = secured(
    createRestHandler({
      createCaller: (request) => createCaller(createContext(container, request)),
      ...wire,
      checkReady: () => container.checkReady(),
      isStopping: () => isStopping,
      requestId: currentRequestId,
    }),
    env.publicUrl,
  );
  const container: Container = {
    env,
    logger,
    deps,
    auth:
      database &&
      createAuth({
        env,
        deps,
        prisma: database.prisma,
        secret: serverSecret,
        logger,
        standing,
        identityProvider,
      }),
    redis,
    identityProvider,
    hasFrontDoor,
    measures,
    health: healthOf(gauges),
    tracing,
    watch,
    rest: hasFrontDoor ? rest : (request) => observedRoute(container, rest)(request),
    fastLane: createFastLane({ ...wire, product: fastProduct({ deps, env, measures, watch }) }),
    checkReady: async () => {
      await store.checkTables();
      // The first tables are there before the last column is.
      if (!standing.isMigrated()) throw new ProductError("database-unavailable", "Database unavailable");
    },
    logFailure,
    drain: () => {
      isStopping = true;
      deps.waiting.drain();
    },
    close: async () => {
      await housekeeping?.stop();
      await events.close();
      redis?.close();
      await courier?.stop();
      await uses.close();
      await database?.close();
    },
  };
  return container;
}

/** A failed migration ends the process, so nobody asks after it. */
function standingOf(migrated: Promise<unknown> | undefined): Standing {
  let isMigrated = migrated === undefined;
  migrated?.then(
    () => (isMigrated = true),
    () => undefined,
  );
  return { isMigrated: () => isMigrated };
}

function poolOf(pool: Database["pool"], { databaseConnections: max }: Env) {
  return { open: pool.totalCount, idle: pool.idleCount, awaited: pool.waitingCount, max };
}

// Our server's bundle and Next's are two instances of every module; through this they share one container.
const slot = Symbol.for("alprina.container");
const shared = globalThis as { [slot]?: Container };

export function installContainer(container: Container): void {
  shared[slot] = container;
}

/**
 * The container of this process. On a host that runs Next without our server it is made from the environment at
 * the first call; then there is no embedded database, and the secret must be set.
 */
export function getContainer(): Container {
  return (shared[slot] ??= createHosted(readEnv()));
}

function createHosted(env: Env): Container {
  if (env.databaseUrl && !env.authSecret) {
    throw new Error('AUTH_SECRET is not set. Make one with "openssl rand -base64 32".');
  }
  return createContainer({
    env,
    databaseUrl: env.databaseUrl,
    serverSecret: env.authSecret ?? "unused: without a database nothing is signed or stored",
    hasFrontDoor: false,
  });
}

export type { Person };
