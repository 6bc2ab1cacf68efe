import { expect, test as base, type Browser, type Page, type Response } from "@playwright/test";
import type { Database } from "@alprina/db";
import { CommandLine } from "./command-line";
import { newPerson, signUpByApi, type Person } from "./people";
import { noteSecret, noteSecretsIn } from "./secrets-seen";
import { newPlace, openRows, removePlace, startServer, type Server, type Settings } from "./server";

export interface Options {
  /** A file whose server must differ says `test.use({ settings: { … } })`, and gets one of its own. */
  settings: Settings;
}

interface WorkerFixtures extends Options {
  server: Server;
  rows: Database["prisma"];
}

interface TestFixtures {
  /** A terminal with an empty home. */
  cli: CommandLine;
  newCommandLine: () => CommandLine;
  /** Who is signed in on `signedIn`. */
  person: Person;
  /** The page of somebody with an account. */
  signedIn: Page;
  /** Somebody else, with an account and a browser of their own. */
  somebodyElse: (name: string) => Promise<{ person: Person; page: Page }>;
}

/** One production server serves all tests of a worker; people, browsers and terminals are each test's own. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  settings: [{}, { option: true, scope: "worker" }],

  server: [
    async ({ settings }, use) => {
      const place = await newPlace();
      const server = await startServer(place, settings);
      await use(server);
      await server.end("SIGTERM");
      await removePlace(place);
    },
    { scope: "worker", timeout: 120_000 },
  ],

  rows: [
    async ({ server }, use) => {
      const database = openRows(server.place);
      await use(database.prisma);
      await database.close();
    },
    { scope: "worker" },
  ],

  baseURL: ({ server }, use) => use(server.url),

  // A script that fails, or a page that the server and the browser render differently, is a fault anywhere.
  page: async ({ page }, use) => {
    const failures = await watchFailures(page);
    await use(page);
    await noteCookies(page);
    expect(failures, "what failed on the page").toEqual([]);
  },

  newCommandLine: async ({ server }, use) => {
    const all: CommandLine[] = [];
    await use(() => {
      const commandLine = new CommandLine(server.url);
      all.push(commandLine);
      return commandLine;
    });
    for (const commandLine of all) commandLine.close();
  },

  cli: ({ newCommandLine }, use) => use(newCommandLine()),

  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the braces
  person: ({}, use) => use(newPerson()),

  signedIn: async ({ page, server, person }, use) => {
    await signUpByApi(page.context(), server.url, person);
    await use(page);
  },

  somebodyElse: async ({ browser, server }, use) => {
    const opened: { page: Page; failures: string[] }[] = [];
    await use(async (name) => {
      const person = newPerson(name);
      const page = await newBrowser(browser, server.url);
      opened.push({ page, failures: await watchFailures(page) });
      await signUpByApi(page.context(), server.url, person);
      return { person, page };
    });
    for (const { page, failures } of opened) {
      await noteCookies(page);
      await page.context().close();
      expect(failures, "what failed on the page").toEqual([]);
    }
  },
});

export { expect };

async function newBrowser(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL });
  return context.newPage();
}

/**
 * Collects, from now on, scripts of the page that fail and whatever its Content-Security-Policy stops: either is a
 * fault on any page of ours.
 */
export async function watchFailures(page: Page): Promise<string[]> {
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (/content.security.policy/i.test(message.text())) failures.push(`${page.url()}: ${message.text()}`);
  });
  page.on("response", (response) => void noteBody(response));
  // The browser's own line names the rule; the event names what was stopped.
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) =>
      console.error(`Content-Security-Policy stopped ${blockedURI} (${effectiveDirective}) of ${sourceFile}`),
    ),
  );
  return failures;
}

/** What the pages' own calls bring, such as a code to show. */
async function noteBody(response: Response): Promise<void> {
  if (!response.url().includes("/api/")) return;
  noteSecretsIn(await response.json().catch(() => undefined));
}

async function noteCookies(page: Page): Promise<void> {
  for (const { value } of await page.context().cookies()) noteSecret("cookie", value);
}
