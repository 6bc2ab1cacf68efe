import "server-only";
import type { Caller, PersonInDetail } from "@alprina/api";
import { TRPCError } from "@trpc/server";

/** Whom an operator's page is about; null when there is nobody of this id. */
export async function findPerson(api: Caller, id: string): Promise<PersonInDetail | null> {
  try {
    return await api.admin.people.show({ id });
  } catch (error) {
    // Somebody who is gone, or an id that nobody can have.
    if (error instanceof TRPCError && error.code === "BAD_REQUEST") return null;
    throw error;
  }
}
