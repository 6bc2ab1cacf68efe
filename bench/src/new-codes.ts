import type pg from "pg";
import { insertGrants } from "./seed";
import type { Stage } from "./stage";

/** How many a turn takes: enough for about as many seconds as the others get, by what one statement costs. */
const A_SECOND = 5_000;

/** Codes that no instance has read, as another one would have started them: each is polled once. */
export async function newCodes({ options: { connections, seconds } }: Stage, client: pg.ClientBase) {
  const count = Math.ceil((A_SECOND * seconds) / connections) * connections;
  return { values: await insertGrants(client, count), until: "once" as const };
}
