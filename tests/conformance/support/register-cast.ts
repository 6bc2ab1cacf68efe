import { createSecrets, createStore, registerClient, type RegisterClientInput } from "@alprina/api";
import { openDatabase } from "@alprina/db";
import { ids, type Registered } from "./ids";

const LOOPBACK = ["http://127.0.0.1/callback", "http://[::1]/callback", "http://localhost/callback"];

const registrations: Record<Exclude<keyof typeof ids, "own">, Omit<RegisterClientInput, "id">> = {
  otherCli: { kind: "public", name: "Another command line", redirectUris: LOOPBACK },
  confidential: { kind: "confidential", name: "Build farm", redirectUris: LOOPBACK },
  resourceServer: { kind: "resource_server", name: "Inventory API" },
  desktop: {
    kind: "public",
    name: "Desktop app",
    redirectUris: ["com.example.desktop:/callback", "https://desktop.example.com/callback"],
  },
  deviceOnly: { kind: "public", name: "Kiosk", grantTypes: ["device_code"] },
};

/** Registers the clients of the tests as an operator does; their secrets are shown this once. */
export async function registerCast(databaseUrl: string): Promise<Record<keyof typeof ids, Registered>> {
  const database = openDatabase({
    url: databaseUrl,
    maxConnections: 2,
    connectionTimeoutMs: 20_000,
    queryTimeoutMs: 20_000,
  });
  try {
    const deps = {
      store: createStore(database),
      secrets: createSecrets({ serverSecret: "only hashes are made here", apiKeyPrefix: "alprina_sk_live_" }),
      now: () => new Date(),
    };
    const add = async (name: keyof typeof registrations): Promise<Registered> => {
      const { clientSecret } = await registerClient(deps, { ...registrations[name], id: ids[name] });
      return { id: ids[name], secret: clientSecret };
    };
    return {
      own: { id: ids.own, secret: null },
      otherCli: await add("otherCli"),
      confidential: await add("confidential"),
      resourceServer: await add("resourceServer"),
      desktop: await add("desktop"),
      deviceOnly: await add("deviceOnly"),
    };
  } finally {
    await database.close();
  }
}
