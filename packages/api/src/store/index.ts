import type { Database, PrismaClient } from "@alprina/db";
import { ProductError } from "../domain/errors";
import type { Events } from "../events/hub";
import { accountStore } from "./accounts";
import { activityStore } from "./activity";
import { announced } from "./announced";
import { apiKeyStore } from "./api-keys";
import { authorizationCodeStore } from "./authorization-codes";
import { withAvailability, type Standing } from "./availability";
import { budgetStore } from "./budgets";
import { clientStore } from "./clients";
import { dashboardCodeStore } from "./dashboard-codes";
import { deadRowStore } from "./dead-rows";
import { deviceAlertStore } from "./device-alerts";
import { deviceGrantStore } from "./device-grants";
import { devicePages } from "./device-pages";
import { figureStore } from "./figures";
import { hotReads } from "./hot-reads";
import { operatorStore } from "./operators";
import { peoplePages } from "./people-pages";
import { passkeyStore } from "./passkeys";
import { peopleStore } from "./people";
import { refreshTokenStore } from "./refresh-tokens";
import { secondFactorStore } from "./second-factors";
import { sessionStore } from "./sessions";
import { signingKeyStore } from "./signing-keys";
import { sourceBlockStore } from "./source-blocks";
import { wayStore } from "./ways";

export type { ListedPerson } from "./accounts";
export type { Activity, ActivityFilter, Note, Origin, Subject } from "./activity";
export type { ApiKey, NewApiKey } from "./api-keys";
export type { AuthorizationCode } from "./authorization-codes";
export type { StoredClient } from "./clients";
export type { DeadPile } from "./dead-rows";
export type { AlertedDevice } from "./device-alerts";
export type { DeviceGrant } from "./device-grants";
export type { ListedKey } from "./device-pages";
export type { StoredFigures } from "./figures";
export type { FoundKey } from "./hot-reads";
export type { OperatorStanding } from "./operators";
export type { Passkey } from "./passkeys";
export type { Person } from "./people";
export type { PagePosition } from "./people-pages";
export type { RefreshToken, Renewal } from "./refresh-tokens";
export type { BrowserSession } from "./sessions";
export type { SignedOut } from "./sign-out";
export type { SigningKey } from "./signing-keys";
export type { LinkedAccount, Removed } from "./ways";

/** All reads and writes, every write of a state conditional. A database that is away is one product error. */
export type Store = ReturnType<typeof allStores>;

function allStores(prisma: PrismaClient, pool: Database["pool"]) {
  return {
    ...peopleStore(prisma),
    ...operatorStore(prisma),
    ...peoplePages(prisma),
    ...devicePages(prisma),
    ...figureStore(prisma),
    ...accountStore(prisma),
    ...sessionStore(prisma),
    ...passkeyStore(prisma),
    ...secondFactorStore(prisma),
    ...wayStore(prisma),
    ...clientStore(prisma),
    ...deviceGrantStore(prisma),
    ...dashboardCodeStore(prisma),
    ...authorizationCodeStore(prisma),
    ...apiKeyStore(prisma),
    ...refreshTokenStore(prisma),
    ...signingKeyStore(prisma),
    ...activityStore(prisma),
    ...sourceBlockStore(prisma),
    ...budgetStore(prisma),
    ...deadRowStore(prisma),
    ...deviceAlertStore(prisma),
    ...hotReads(pool),
  };
}

/** `events` hear of what its writes change; an operator's command has nobody to tell but the database. */
export function createStore(
  { prisma, pool }: Pick<Database, "prisma" | "pool">,
  events?: Pick<Events, "announce">,
  standing?: Standing,
): Store {
  const store = withAvailability(allStores(prisma, pool), standing);
  return events ? announced(store, events) : store;
}

/** The store of a server that has no database at all: every call says so. */
export function createMissingStore(): Store {
  const refuse = () => Promise.reject(new ProductError("database-not-configured", "Database not configured"));
  return new Proxy({} as Store, { get: () => refuse });
}
