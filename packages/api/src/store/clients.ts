import type { PrismaClient } from "@alprina/db";
import type { Client, GrantType } from "../domain/client";
import type { Scope } from "../domain/scopes";
import { isTaken } from "./violations";

/** A client with what its secret is held against. */
export interface StoredClient extends Client {
  secretHash: Uint8Array<ArrayBuffer> | null;
}

export type NewClient = StoredClient;

// What stands in the arrays was written here, or by a migration.
const toClient = (
  row: Omit<StoredClient, "grantTypes" | "scopes"> & { grantTypes: string[]; scopes: string[] },
) => ({
  ...row,
  grantTypes: row.grantTypes as GrantType[],
  scopes: row.scopes as Scope[],
});

const REMOVED_WITHIN_MS = 60_000;

const signedIn = (now: Date) => ({
  status: "active" as const,
  OR: [{ expiresAt: { gt: now } }, { renewableUntil: { gt: now } }],
});

export function clientStore(prisma: PrismaClient) {
  return {
    async findClient(id: string): Promise<StoredClient | null> {
      const row = await prisma.client.findUnique({ where: { id } });
      return row && toClient(row);
    },

    async listClients(): Promise<StoredClient[]> {
      return (await prisma.client.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] })).map(toClient);
    },

    /** False when there is a client of that id. */
    async insertClient(client: NewClient): Promise<boolean> {
      try {
        await prisma.client.create({ data: client, select: { id: true } });
        return true;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },

    /**
     * Makes `before` what `after` is, id, kind and secret aside. False when the client is gone, or its grant
     * types or redirect URIs are others by now: they were judged together.
     */
    async updateClient(before: Client, after: Client): Promise<boolean> {
      const { id, redirectUris, grantTypes } = before;
      const { name, logo, scopes } = after;
      const { count } = await prisma.client.updateMany({
        where: { id, redirectUris: { equals: redirectUris }, grantTypes: { equals: grantTypes } },
        data: { name, logo, scopes, redirectUris: after.redirectUris, grantTypes: after.grantTypes },
      });
      return count === 1;
    },

    /** False when there is no client of that id that has a secret. */
    async replaceClientSecret(id: string, secretHash: Uint8Array<ArrayBuffer>): Promise<boolean> {
      const { count } = await prisma.client.updateMany({
        where: { id, secretHash: { not: null } },
        data: { secretHash },
      });
      return count === 1;
    },

    /** How many devices are signed in, by the id of their client. */
    async countDevicesOfClients(now: Date): Promise<Map<string, number>> {
      const groups = await prisma.apiKey.groupBy({
        by: "clientId",
        where: signedIn(now),
        _count: true,
      });
      return new Map(groups.map(({ clientId, _count }) => [clientId, _count]));
    },

    /**
     * Removes a client and revokes every key that it was given, together. How many devices that signed out; null
     * when there is no such client. A key that is given at the same time is given before, and revoked, or not at
     * all: see `redeemGrant`.
     */
    removeClient(id: string, now: Date): Promise<number | null> {
      return prisma.$transaction(
        async (tx) => {
          if ((await tx.client.deleteMany({ where: { id } })).count === 0) return null;
          const data = { status: "revoked", revokedAt: now } as const;
          const signedOut = await tx.apiKey.updateMany({ where: { clientId: id, ...signedIn(now) }, data });
          // The rest were over already, and are not to come back by a clock that is set.
          await tx.apiKey.updateMany({ where: { clientId: id, status: "active" }, data });
          return signedOut.count;
        },
        { timeout: REMOVED_WITHIN_MS },
      );
    },
  };
}
