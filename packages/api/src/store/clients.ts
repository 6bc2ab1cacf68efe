import { Prisma, type PrismaClient } from "@alprina/db";
import type { Client, GrantType } from "../domain/client";
import type { Scope } from "../domain/scopes";
import { keySubject, noteChange, type Note } from "./activity";
import { isTaken } from "./violations";

/** A client with what its secret is held against. */
export interface StoredClient extends Client {
  secretHash: Uint8Array<ArrayBuffer> | null;
}

export type NewClient = StoredClient;

// What stands in the arrays was written by `insertClient`, or by a migration.
const toClient = (
  row: Omit<StoredClient, "grantTypes" | "scopes"> & { grantTypes: string[]; scopes: string[] },
) => ({
  ...row,
  grantTypes: row.grantTypes as GrantType[],
  scopes: row.scopes as Scope[],
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
     * Removes a client and revokes every key that it was given, together. How many keys were revoked; null when
     * there is no such client.
     */
    removeClient(id: string, now: Date, note: Note): Promise<number | null> {
      return prisma.$transaction(async (tx) => {
        if ((await tx.client.deleteMany({ where: { id } })).count === 0) return null;
        const revoked = await tx.$queryRaw<unknown[]>`
          WITH changed AS (
            UPDATE api_key SET status = 'revoked', revoked_at = ${now} WHERE client_id = ${id} AND status = 'active'
            RETURNING id, user_id, name, client_id
          ), ${noteChange(note, keySubject, Prisma.sql`changed`)}
          SELECT 1 FROM changed`;
        return revoked.length;
      });
    },
  };
}
