import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { startLogin } from "./authorize";
import { keyFor } from "./devices";
import type { Person } from "./people";

/** As the footer's form would keep it; and for the languages for tests, which no form offers. */
export async function speak(page: Page, server: string, language: string): Promise<void> {
  await page.context().addCookies([{ name: "alprina.language", value: language, url: server }]);
}

export const DEVICE = "build-runner-eu-central-1";

const clicks = (page: Page, value: string) => page.locator(`main button[value="${value}"]`);

const outcome = (page: Page, kind: string) => page.locator(`main[data-outcome="${kind}"]`);

/** Walks through every page, by what it is and not by what it says, and calls `look` on each. */
export async function visitEverything(
  page: Page,
  { server, person }: { server: string; person: Person },
  look: (what: string) => Promise<void>,
): Promise<void> {
  const open = async (path: string) => {
    await page.goto(path);
    await look(path);
  };
  const cookies = await page.context().cookies();
  await page.context().clearCookies({ name: "alprina.session" });
  for (const path of ["/", "/sign-in", "/sign-up", "/sign-in?next=%2Fauthorize%3Fuser_code%3DBCDF-GHJK"]) {
    await open(path);
  }
  await page.locator("#email").fill(person.email);
  await page.locator("#password").fill("not the one");
  await page.locator("main button[type=submit]").click();
  await expect(page.locator("#password-error")).toBeVisible();
  await look("a password that is wrong");
  await page.context().addCookies(cookies);

  for (const path of [
    ...["/", "/nowhere", "/docs", "/docs/api", "/docs/clients", "/revoke/nothing"],
    ...["/settings/devices", "/settings/activity?kind=refusals&since=24h", "/sign-in?again=1"],
    ...["/authorize", "/authorize?user_code=BCDF-GHJK"],
  ]) {
    await open(path);
  }
  await page.goto("/authorize");
  await page.locator("#user-code").fill("BCD");
  await page.locator("main form button[type=submit]").click();
  await expect(page.locator("#code-hint [role=alert]")).toBeVisible();
  await look("a part of a code");

  const asks = new URLSearchParams({
    ...{ client_id: "alprina-cli", redirect_uri: "http://127.0.0.1:41234/callback", response_type: "code" },
    scope: "openid profile email offline_access devices:read devices:write",
    ...{ code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", code_challenge_method: "S256" },
  });
  await page.goto(`/oauth/authorize?${asks.toString()}`);
  await expect(clicks(page, "deny")).toBeEnabled();
  await look("consent");
  asks.set("redirect_uri", "https://elsewhere.example/");
  await open(`/oauth/authorize?${asks.toString()}`);

  const review = async () => {
    const { userCode } = await startLogin(page.request, DEVICE);
    await page.goto(`/authorize?user_code=${userCode}`);
    await page.locator("main form button[type=submit]").click();
    await expect(clicks(page, "deny")).toBeVisible();
  };
  for (const [decision, kind] of [
    ["deny", "denied"],
    ["disown", "disowned"],
    ["approve", "approved"],
  ] as const) {
    await review();
    await look("review");
    if (decision === "approve") await page.locator("[name=compared]").check();
    await clicks(page, decision).click();
    await expect(outcome(page, kind)).toBeVisible();
    await look(kind);
    if (decision === "disown") continue;
    await page.goto(`${page.url()}?before`);
    await look(`${kind} before`);
  }
  await page.goto("/authorize");
  await page.locator("#user-code").fill("BBBB-BBBB");
  await page.locator("main form button[type=submit]").click();
  await expect(outcome(page, "unknown")).toBeVisible();
  await look("unknown");

  await keyFor(page, server, DEVICE);
  await page.goto("/settings/devices");
  await page.locator("main button:has(.lucide-plus)").click();
  await expect(page.locator("main output")).toHaveText(/^[A-Z0-9]{6}$/);
  await look("devices with a code");
  await page.locator("main li button[aria-expanded]").first().click();
  await look("what a device may do");
  await page.locator("main li button:has(.lucide-ellipsis)").first().click();
  await expect(page.getByRole("menu")).toBeVisible();
  await look("a device's menu");
  await page.keyboard.press("Escape");
  await page.locator("main li button:has(.lucide-pencil)").first().click();
  await look("renaming");
  await page.keyboard.press("Escape");
  await page.locator("main li button.min-h-9:not(:has(svg))").first().click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await look("revoking");
  await page.keyboard.press("Escape");

  await open("/settings/activity");
  await open("/settings/account");
  for (const button of await page
    .locator("main section:not([lang]) button[type=button]:not([aria-label], :has(svg))")
    .all()) {
    if (!(await button.isVisible()) || !(await button.isEnabled())) continue;
    await button.click();
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await look("a question of the account");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("alertdialog")).toBeHidden();
  }
  await page.locator("header button[popovertarget]").click();
  await page.locator("footer details summary").click();
  await look("menus");
}

/**
 * What is wrong with the page as it is now, in a language whose every letter has an accent: texts that are not of the
 * messages, and boxes that do not hold what is in them. `data` is what people and machines are called.
 */
export async function faultsOf(page: Page, data: string[]): Promise<string[]> {
  // What turns is wider on its way.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
        .map((animation) => animation.finished),
    ),
  );
  return page.evaluate((known) => {
    const faults: string[] = [];
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });

    /** Code, names, times, and what says that it is in another language. */
    const DATA =
      "code, pre, bdi, time, output, script, style, noscript, [translate=no], body [lang], .code-type";
    const DURATION = /\d+ (?:second|minute|hour|day|year)s?/g;
    const leftover = (text: string) =>
      known
        .reduce((rest, one) => rest.replaceAll(one, " "), text)
        .replaceAll(DURATION, " ")
        .match(/[A-Za-z]{2,}.*/)?.[0];

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent || parent.closest(DATA) || !isSeen(parent)) continue;
      const words = leftover(walker.currentNode.textContent ?? "");
      if (words) faults.push(`not translated: ${words}`);
    }
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      for (const element of document.querySelectorAll(`body [${name}]`)) {
        if (element.matches(DATA) || element.closest("[translate=no], body [lang]")) continue;
        const words = leftover((element.getAttribute(name) ?? "").replace("XXXX-XXXX", ""));
        if (words) faults.push(`not translated: ${name}="${words}"`);
      }
    }

    const { documentElement: root, body } = document;
    const widest = Math.max(root.scrollWidth, body.scrollWidth);
    if (widest > root.clientWidth) faults.push(`the page is ${widest} px wide`);
    for (const element of body.querySelectorAll<HTMLElement>("*")) {
      const { overflowX, overflowY, display } = getComputedStyle(element);
      // What is for screen readers is a pixel; a line that is cut on purpose says so by its class.
      if (element.closest(".sr-only, .truncate, pre, svg, select, input") || !isSeen(element)) continue;
      if (display === "inline" || element.clientWidth === 0) continue;
      const isCut = (overflow: string) => overflow === "hidden" || overflow === "clip";
      const isButton = element.matches("button, summary");
      const name = `<${element.localName} class="${element.className}">${element.innerText.slice(0, 60)}`;
      if ((isButton || isCut(overflowX)) && element.scrollWidth > element.clientWidth + 1) {
        faults.push(`too wide by ${element.scrollWidth - element.clientWidth} px: ${name}`);
      }
      if ((isButton || isCut(overflowY)) && element.scrollHeight > element.clientHeight + 1) {
        faults.push(`too high by ${element.scrollHeight - element.clientHeight} px: ${name}`);
      }
    }
    return [...new Set(faults)];
  }, data);
}
