import type { Page } from "@playwright/test";
import { visitAll } from "./support/every-page";
import { expect, test } from "./support/test";

test.describe("on a narrow phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("no page is wider than 360 px", async ({ signedIn: page, server }) => {
    await visitAll(page, server.url, async (what) => {
      const widest = await page.evaluate(() =>
        Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
      );
      expect.soft(widest, what).toBeLessThanOrEqual(360);
    });
  });
});

test("every page has a light and a dark face, each with its own ink on its own paper", async ({
  signedIn: page,
  server,
}) => {
  await visitAll(page, server.url, async (what) => {
    const faces = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      faces.push(await inkAndPaper(page));
    }
    const [light, dark] = faces;
    expect.soft(light?.paper, `${what}: light paper`).toBeGreaterThan(200);
    expect.soft(light?.ink, `${what}: dark ink on it`).toBeLessThan(80);
    expect.soft(dark?.paper, `${what}: dark paper`).toBeLessThan(60);
    expect.soft(dark?.ink, `${what}: light ink on it`).toBeGreaterThan(180);
  });
});

/** How bright the page's background and its first heading are, 0 to 255. */
async function inkAndPaper(page: Page): Promise<{ ink: number; paper: number }> {
  const brightness = (css: string) => {
    const channels = (/\(([^)]*)\)/.exec(css)?.[1] ?? "").split(/[\s,]+/).map(Number);
    expect(channels.length, css).toBe(3);
    return channels.reduce((sum, channel) => sum + channel, 0) / 3;
  };
  return {
    paper: brightness(await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor)),
    ink: brightness(await page.locator("h1").evaluate((heading) => getComputedStyle(heading).color)),
  };
}
