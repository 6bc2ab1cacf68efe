import type { Database } from "@alprina/db";
import { vi } from "vitest";

interface Statement {
  text: string;
  values?: unknown[];
}

/** How PostgreSQL answers what the product asks: every statement that `ask` sends, whoever sends it, with its plan. */
export async function plansOf(
  { pool }: Database,
  ask: () => Promise<unknown>,
): Promise<{ text: string; plan: string }[]> {
  const client = await pool.connect();
  client.release();
  // On the prototype: transactions have connections of their own.
  const query = vi.spyOn(Object.getPrototypeOf(client) as typeof client, "query");
  await ask();
  const asked = query.mock.calls.map(([first, values]): Statement => {
    return typeof first === "string" ? { text: first, values } : first;
  });
  query.mockRestore();
  const plans = [];
  for (const { text, values } of asked.filter(({ text }) =>
    /^\s*(select|with|update|delete|insert)/i.test(text),
  )) {
    const { rows } = await pool.query<Record<string, string>>(`EXPLAIN (COSTS OFF) ${text}`, values);
    plans.push({ text, plan: rows.map((row) => row["QUERY PLAN"]).join("\n") });
  }
  return plans;
}
