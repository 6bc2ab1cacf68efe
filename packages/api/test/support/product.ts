import { createHash } from "node:crypto";
import { openDatabase, type Database } from "@alprina/db";
import { createTestDatabase } from "@alprina/db/testing";
import { afterAll, inject, onTestFinished } from "vitest";
import {
  createBudgets,
  createCaller,
  createClientDirectory,
  createHub,
  createKeyDirectory,
  createKeyUses,
  createPollPacer,
  createSecrets,
  createStore,
  createWaiting,
  defaultPolicy,
  type Caller,
  type Deps,
  type Events,
  type Person,
} from "../../src/index";
import { findPlace } from "./places";

/** The product on a database of its own, with a clock that tests can set. */
export interface Product {
  deps: Deps;
  database: Database;
  /** Lets time pass, in seconds. */
  wait: (seconds: number) => void;
  /** The procedures, as the command line reaches them. */
  terminal: Caller;
  /** The procedures, as a person's browser reaches them. */
  as: (person: Person) => Caller;
  withKey: (apiKey: string) => Caller;
  /** A person's browser elsewhere, or one that was signed in at another time. */
  asFrom: (person: Person, from: { ipAddress?: string; signedInAt?: Date }) => Caller;
  terminalFrom: (ipAddress: string) => Caller;
}

/** Where everybody sits, unless a test says otherwise. */
export const sender = { ipAddress: "203.0.113.24", userAgent: "a browser" };

/** Not slow, which is all that is wrong with it: the real one stands in the web host. */
const testPasswords = {
  hash: (password: string) => Promise.resolve(createHash("sha256").update(password).digest("hex")),
  verify: ({ hash, password }: { hash: string; password: string }) =>
    Promise.resolve(createHash("sha256").update(password).digest("hex") === hash),
};

/**
 * With the test that opened it, or with the file where that was a hook: a worker goes on to the next file, and
 * PostgreSQL has only so many connections.
 */
function whenDone(close: () => Promise<void>): void {
  try {
    onTestFinished(close);
  } catch {
    afterAll(close);
  }
}

export const ISSUER = "https://login.example.com";

/** The cast, the same everywhere: Ada has a terminal, Grace another, Mallory wants their keys. */
export interface Cast {
  ada: Person;
  grace: Person;
  mallory: Person;
}

export interface ProductOptions {
  limitFactor?: number;
  /** A database that another instance uses as well. */
  url?: string;
  events?: Events;
}

export async function openProduct(
  overrides: Partial<Deps["policy"]> = {},
  { limitFactor = 1_000, url: sharedUrl, events = createHub() }: ProductOptions = {},
): Promise<Product & Cast> {
  const url = sharedUrl ?? (await createTestDatabase(inject("serverUrl")));
  // Many connections, so that calls which race do so in the database and not in a queue for it.
  const database = openDatabase({
    url,
    maxConnections: 60,
    connectionTimeoutMs: 20_000,
    queryTimeoutMs: 20_000,
  });
  whenDone(() => database.close());
  let offsetMs = 0;
  const policy = { ...defaultPolicy, ...overrides };
  const store = createStore(database, events);
  const uses = createKeyUses(store);
  whenDone(() => uses.close());
  const deps: Deps = {
    now: () => new Date(Date.now() + offsetMs),
    secrets: createSecrets({
      serverSecret: "a secret for tests, long enough to be one",
      apiKeyPrefix: policy.apiKeyPrefix,
    }),
    passwords: testPasswords,
    store,
    clients: createClientDirectory(store, events),
    keys: createKeyDirectory(store, events),
    uses,
    budgets: createBudgets(database.pool, limitFactor),
    pacer: createPollPacer({ events }),
    events,
    waiting: createWaiting({ events, findPending: (hashes) => store.findPendingGrants(hashes) }),
    policy,
    issuer: ISSUER,
    findPlace,
  };
  const caller = (
    person: Person | null,
    bearerToken: string | null = null,
    { ipAddress = sender.ipAddress, signedInAt }: { ipAddress?: string; signedInAt?: Date } = {},
  ) =>
    createCaller({
      deps,
      sender: { ...sender, ipAddress },
      bearerToken,
      findSignedIn: () =>
        Promise.resolve(
          person && {
            person,
            signedInAt: signedInAt ?? new Date(Date.now() + offsetMs),
            sessionId: null,
          },
        ),
    });
  const addPerson = async (id: string, name: string): Promise<Person> => {
    const email = `${id}@example.com`;
    const user = await database.prisma.user.upsert({
      where: { id },
      create: { id, name, email },
      update: {},
    });
    return {
      id,
      email,
      emailVerified: false,
      fullName: name,
      tier: user.tier,
      createdAt: user.createdAt,
      lockedAt: null,
    };
  };
  return {
    deps,
    database,
    wait: (seconds) => {
      offsetMs += seconds * 1000;
    },
    terminal: caller(null),
    as: (person) => caller(person),
    withKey: (apiKey) => caller(null, apiKey),
    asFrom: (person, from) => caller(person, null, from),
    terminalFrom: (ipAddress) => caller(null, null, { ipAddress }),
    ada: await addPerson("ada", "Ada Lovelace"),
    grace: await addPerson("grace", "Grace Hopper"),
    mallory: await addPerson("mallory", "Mallory"),
  };
}

/** A login that Ada has reviewed and may decide. */
export async function reviewedLogin(product: Product & Cast) {
  const login = await product.terminal.logins.start({ deviceName: "ada-thinkpad" });
  const answer = await product.as(product.ada).grants.review({ userCode: login.userCode });
  if (answer.kind !== "pending") throw new Error(`A new code was ${answer.kind}`);
  return { ...login, grantId: answer.request.id };
}

/** A login that Ada has approved and whose key nobody has fetched. */
export async function approvedLogin(product: Product & Cast) {
  const login = await reviewedLogin(product);
  await product.as(product.ada).grants.decide({ grantId: login.grantId, decision: "approve" });
  return login;
}

/** A key of Ada's. */
export async function adasKey(product: Product & Cast) {
  const { deviceCode } = await approvedLogin(product);
  const answer = await product.terminal.logins.poll({ deviceCode });
  if (answer.kind !== "approved") throw new Error(`An approved code was ${answer.kind}`);
  return answer.issued;
}

/** `count` calls at once; what they answered. */
export function atOnce<T>(count: number, call: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => call(index)));
}

/** How often each kind was answered. */
export function tally(answers: { kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of answers) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
