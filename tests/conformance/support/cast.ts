import { inject } from "vitest";
import type { Host } from "@alprina/contract-tests/support/hosts";
import type { ids, Registered } from "./ids";

declare module "vitest" {
  interface ProvidedContext {
    server: Host;
    briefServer: Host;
    cast: Record<keyof typeof ids, Registered>;
  }
}

/** The production server, with the ordinary times. */
export const server = inject("server");

/** The same, with device codes that live seven seconds. */
export const briefServer = inject("briefServer");

/** The clients of `ids`, with their secrets. */
export const cast = inject("cast");
