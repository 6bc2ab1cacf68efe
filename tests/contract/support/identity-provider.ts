import { createHash, randomBytes } from "node:crypto";
import { startIdentityProvider, type IdentityProvider } from "@alprina/test-identity-provider";
import { inject } from "vitest";
import type { Host } from "./hosts";
import { noteSecret } from "./secrets-seen";
import { spawnServer, untilReady, type HostKind, type RunningServer } from "./server";

/** A server whose people come from an identity provider, and that provider. */
export interface Federation {
  host: Host;
  provider: IdentityProvider;
  server: RunningServer;
  /** A JWT of the provider for somebody, by the provider's own keys. */
  token: (...how: Parameters<IdentityProvider["sign"]>) => Promise<string>;
  stop: () => Promise<void>;
}

export async function startFederation(
  kind: HostKind,
  databaseUrl: string,
  env: Record<string, string> = {},
): Promise<Federation> {
  const provider = await startIdentityProvider();
  const server = await spawnServer(kind, {
    runDir: inject("runDir"),
    name: `${kind} with an identity provider ${randomBytes(3).toString("hex")}`,
    env: {
      DATABASE_URL: databaseUrl,
      LIMIT_FACTOR: "1000",
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_AUDIENCE: `${provider.clientId}, ${provider.resource}`,
      ...env,
    },
  });
  await untilReady(server);
  return {
    host: { kind, url: server.url, databaseUrl },
    provider,
    server,
    async token(...how) {
      const value = await provider.sign(...how);
      noteSecret({ kind: "token", value });
      return value;
    },
    async stop() {
      await server.stop();
      await provider.goAway();
    },
  };
}

/** Somebody whom no test has seen. */
export const newSubject = (): string => `subject-${randomBytes(6).toString("hex")}`;

/** The address of somebody who has none, by the rule that docs/identity-providers.md gives. */
export const addressOf = (issuer: string, subject: string): string =>
  `${createHash("sha256").update(`${issuer}#${subject}`).digest("hex").slice(0, 32)}@no-address.invalid`;
