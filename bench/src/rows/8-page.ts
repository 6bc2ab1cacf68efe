import { gzipSync } from "node:zlib";
import { chromium, type BrowserContext, type Response } from "@playwright/test";
import { startLogins, type StartedLogin } from "../logins";
import { signUp, type Person } from "../people";
import { compare, type RowResult } from "../results";
import type { Instance, Stage } from "../stage";
import { askOnce, pollV1 } from "../wire";

export async function page(stage: Stage): Promise<RowResult> {
  const ours = await stage.ours("ours");
  const [person] = (await signUp(ours.url, 1)) as [Person];
  const [first, second] = (await startLogins(ours.url, 2)) as [StartedLogin, StartedLogin];
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...[
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    ],
  });
  try {
    const open = async (javaScriptEnabled: boolean) =>
      signedIn(await browser.newContext({ javaScriptEnabled, baseURL: ours.url }), ours, person);
    const scripts = await weigh(await open(true), first);
    const total = scripts.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
    const works = await approveWithoutScripts(await open(false), ours, second);
    const once = (value: number) => ({ median: value, min: value, max: value });
    return {
      row: 8,
      title: "First-load JavaScript of /authorize",
      comparisons: [
        compare("scripts, gzipped", once(total), { atMost: 130 }, "kB"),
        compare(
          "a code is approved with JavaScript off",
          once(works.isApproved ? 1 : 0),
          { atLeast: 1 },
          "of 1",
        ),
      ],
      figures: scripts.map(({ path, kilobytes }) => ({ contender: path, unit: "kB", rounds: [kilobytes] })),
      notes: [
        "What Chromium fetches as scripts until the network is idle, each gzipped by itself. Inline scripts are not counted, and polyfills marked nomodule are not fetched.",
        ...(works.why ? [`With JavaScript off: ${works.why}`] : []),
      ],
    };
  } finally {
    await browser.close();
  }
}

async function signedIn(
  context: BrowserContext,
  { url }: Instance,
  { cookie }: Person,
): Promise<BrowserContext> {
  const pairs = cookie.split("; ").map((pair) => pair.split(/=(.*)/s, 2) as [string, string]);
  await context.addCookies(pairs.map(([name, value]) => ({ name, value, url })));
  return context;
}

async function weigh(context: BrowserContext, { userCode }: StartedLogin) {
  const tab = await context.newPage();
  const responses: Response[] = [];
  tab.on("response", (response) => {
    if (response.request().resourceType() === "script") responses.push(response);
  });
  await tab.goto(`/authorize?user_code=${userCode}`, { waitUntil: "networkidle" });
  return Promise.all(
    responses.map(async (response) => ({
      path: new URL(response.url()).pathname,
      kilobytes: gzipSync(await response.body(), { level: 9 }).length / 1000,
    })),
  );
}

/** What a person does, in a browser without JavaScript; and whether the command line gets its key. */
async function approveWithoutScripts(
  context: BrowserContext,
  { url }: Instance,
  { userCode, deviceCode }: StartedLogin,
): Promise<{ isApproved: boolean; why?: string }> {
  const tab = await context.newPage();
  tab.setDefaultTimeout(5_000);
  try {
    await tab.goto(`/authorize?user_code=${userCode}`);
    await tab.getByRole("button", { name: /continue/i }).click();
    await tab.getByRole("checkbox", { name: /shows this code/i }).check();
    await tab.getByRole("button", { name: /approve/i }).click();
    await tab.getByRole("heading", { name: /^approved/i }).waitFor();
  } catch (error) {
    return { isApproved: false, why: String(error).split("\n", 1)[0] };
  }
  const { status } = await askOnce(url, pollV1, deviceCode);
  return { isApproved: status === 200 };
}
