import "server-only";
import { createCaller, type Caller } from "@alprina/api";
import { getContainer } from "@/server/container";
import { createContext } from "@/server/context";
import { pageRequest } from "@/server/current-person";

/** The procedures, for server components, on behalf of whoever is looking at the page. */
export async function serverCaller(): Promise<Caller> {
  return createCaller(createContext(getContainer(), await pageRequest()));
}
