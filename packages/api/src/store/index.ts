import type { PrismaClient } from "@alprina/db";
import { ProductError } from "../domain/errors";
import { apiKeyStore } from "./api-keys";
import { withAvailability } from "./availability";
import { dashboardCodeStore } from "./dashboard-codes";
import { deviceGrantStore } from "./device-grants";
import { peopleStore } from "./people";

export type { ApiKey } from "./api-keys";
export type { DeviceGrant } from "./device-grants";
export type { Person } from "./people";

/** All reads and writes, every write of a state conditional. A database that is away is one product error. */
export type Store = ReturnType<typeof allStores>;

function allStores(prisma: PrismaClient) {
  return {
    ...peopleStore(prisma),
    ...deviceGrantStore(prisma),
    ...dashboardCodeStore(prisma),
    ...apiKeyStore(prisma),
  };
}

export function createStore(prisma: PrismaClient): Store {
  return withAvailability(allStores(prisma));
}

/** The store of a server that has no database at all: every call says so. */
export function createMissingStore(): Store {
  const refuse = () => Promise.reject(new ProductError("database-not-configured", "Database not configured"));
  return new Proxy({} as Store, { get: () => refuse });
}
