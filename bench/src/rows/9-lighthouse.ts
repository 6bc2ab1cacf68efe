import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { freePort } from "@alprina/contract-tests/support/server";
import { startLogins, type StartedLogin } from "../logins";
import { signUp, type Person } from "../people";
import { spreadOf } from "../ratio";
import { compare, type Comparison, type RowResult } from "../results";
import type { Stage } from "../stage";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const ROUNDS = 3;

/** What a phone on a slow network makes of the pages that people meet: Lighthouse's own defaults. */
export async function scores(stage: Stage): Promise<RowResult> {
  const ours = await stage.ours("ours");
  const [person] = (await signUp(ours.url, 1)) as [Person];
  const [login] = (await startLogins(ours.url, 1)) as [StartedLogin];
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: [
      `--remote-debugging-port=${port}`,
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...[
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    ],
  });
  const signedIn = { Cookie: person.cookie };
  const pages: { name: string; path: string; headers: Record<string, string> }[] = [
    { name: "the landing page", path: "/", headers: {} },
    {
      name: "/authorize",
      path: `/authorize?user_code=${login.userCode}`,
      headers: { Cookie: person.cookie },
    },
    { name: "/settings/devices", path: "/settings/devices", headers: signedIn },
  ];
  const comparisons: Comparison[] = [];
  const notes = ["Lighthouse 12 with its own defaults: a phone, a slow network, simulated throttling."];
  try {
    for (const { name, path, headers } of pages) {
      const rounds = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await look(ours.url + path, port, headers));
      for (const category of CATEGORIES) {
        const values = rounds.map(({ scores }) => scores[category]);
        const spread = spreadOf(values);
        comparisons.push(compare(`${name}: ${category}`, spread, { atLeast: 95 }, "of 100"));
      }
      const faults = new Set(rounds.flatMap(({ faults }) => faults));
      if (faults.size > 0) notes.push(`${name}: ${[...faults].join("; ")}`);
    }
  } finally {
    await browser.close();
  }
  return { row: 9, title: "Lighthouse", comparisons, figures: [], notes };
}

/** One look at a page: its scores, and of what does not depend on the clock what was found wanting. */
async function look(url: string, port: number, extraHeaders: Record<string, string>) {
  const run = await lighthouse(url, {
    ...{ port, extraHeaders, output: "json", logLevel: "error", onlyCategories: [...CATEGORIES] },
  });
  if (!run) throw new Error(`Lighthouse said nothing of ${url}`);
  const { audits, categories } = run.lhr;
  const scores = Object.fromEntries(
    CATEGORIES.map((category) => [category, Math.round((categories[category]?.score ?? 0) * 100)]),
  ) as Record<(typeof CATEGORIES)[number], number>;
  const faults = CATEGORIES.slice(1).flatMap((category) =>
    (categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && audits[id]?.score === 0)
      .map(({ id }) => `${category}: ${id}`),
  );
  return { scores, faults };
}
