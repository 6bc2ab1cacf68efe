import { startTestServer } from "@alprina/db/testing";
import type { TestProject } from "vitest/node";

/** One PostgreSQL for the whole run; every test file takes a database of its own from it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide("serverUrl", server.url);
  return () => server.stop();
}

declare module "vitest" {
  export interface ProvidedContext {
    serverUrl: string;
  }
}
