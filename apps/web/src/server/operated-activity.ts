import "server-only";
import { isIP } from "node:net";
import type { Caller } from "@alprina/api";
import { TRPCError } from "@trpc/server";
import ipaddr from "ipaddr.js";

type Query = Parameters<Caller["admin"]["activity"]["list"]>[0];
type EventsPage = Awaited<ReturnType<Caller["admin"]["activity"]["list"]>>;

/** Whose events somebody looks for, or from where: an IP address as it is kept, or else an e-mail address. */
export function soughtBy(words: string | undefined): { person?: string; ipAddress?: string } {
  if (words === undefined) return {};
  return isIP(words) ? { ipAddress: ipaddr.process(words).toString() } : { person: words };
}

/** The first page of these events; none for somebody who is not here. */
export async function listEvents(api: Caller, query: Query): Promise<EventsPage> {
  try {
    return await api.admin.activity.list(query);
  } catch (error) {
    if (error instanceof TRPCError && error.code === "BAD_REQUEST") return { items: [], next: null };
    throw error;
  }
}
