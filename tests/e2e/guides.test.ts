import { expectAccessible } from "./support/accessibility";
import { expect, test } from "./support/test";

test("every guide opens, is accessible, and every link in it leads somewhere", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/");
  await page.getByRole("link", { name: "Add login in ten minutes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Guides" })).toBeVisible();
  const waiting = ["/docs"];
  const anchors = new Map<string, string[]>();
  const linked: string[] = [];
  for (const path of waiting) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    if (path === "/docs/api") continue;
    const found = await page.evaluate(() => ({
      ids: Array.from(document.querySelectorAll("[id]"), ({ id }) => id),
      links: Array.from(document.querySelectorAll<HTMLAnchorElement>("main a[href]"), (link) => link.href),
    }));
    anchors.set(path, found.ids);
    for (const link of found.links) {
      const url = new URL(link);
      if (url.origin !== new URL(page.url()).origin) continue;
      linked.push(url.pathname + url.hash);
      if (url.pathname.startsWith("/docs") && !waiting.includes(url.pathname)) waiting.push(url.pathname);
    }
    if (waiting.length < 30) await expectAccessible(page, path);
  }
  expect(waiting).toContain("/docs/add-login-node");
  expect(waiting).toContain("/docs/source/examples/go/main.go");
  for (const link of linked) {
    const [path = "", anchor] = link.split("#");
    if (anchor) expect(anchors.get(path), link).toContain(anchor);
  }
});

test("a guide that is not there is a page that says so", async ({ page }) => {
  for (const path of ["/docs/nothing", "/docs/constructor", "/docs/source/package.json"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});

test.describe("on a narrow phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("a guide with tables and long commands is not wider than the screen", async ({ page }) => {
    for (const path of ["/docs/protect-an-api", "/docs/observe", "/docs/add-login-go"]) {
      await page.goto(path);
      const widest = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(widest, path).toBeLessThanOrEqual(360);
    }
  });
});
