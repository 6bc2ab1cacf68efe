import { inject } from "vitest";
import type { Described } from "./openapi";
import type { HostKind } from "./server";

/** A server under test. */
export interface Host {
  kind: HostKind;
  /** Its PUBLIC_URL, which is also where it is reached. */
  url: string;
  databaseUrl: string;
}

declare module "vitest" {
  interface ProvidedContext {
    hosts: Host[];
    strictHosts: Host[];
    spareDatabases: string[];
    runDir: string;
    openapi: Described;
  }
}

/** The contract holds on both kinds of host: `describe.each(hosts)("$kind: …", (host) => …)`. */
export const hosts = inject("hosts");

/** For what no wire says: how people sign in and what operators do is one code behind both kinds, and slow by design. */
export const frontDoors = hosts.filter(({ kind }) => kind === "front door");

/**
 * The same with a twentieth of every budget, dashboard codes that must be confirmed, and codes that live five
 * seconds. The two share a database, and believe `X-Forwarded-For`.
 */
export const strictHosts = inject("strictHosts");
