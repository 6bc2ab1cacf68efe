import { expect, test } from "./support/test";

test("no page can be framed, leaks its address, or is guessed at", async ({ signedIn: page }) => {
  for (const path of [
    "/authorize?user_code=BCDF-GHJK",
    "/sign-in",
    "/settings/devices",
    "/",
    "/docs/api",
    "/nowhere",
  ]) {
    const headers = (await page.request.get(path, { maxRedirects: 0 })).headers();
    expect.soft(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect.soft(headers["referrer-policy"], path).toBe("no-referrer");
    expect.soft(headers["x-content-type-options"], path).toBe("nosniff");
    expect.soft(headers["x-powered-by"], path).toBeUndefined();
  }
});

test("a browser refuses to show a page of ours in a frame of another site", async ({
  signedIn: page,
  server,
}) => {
  // Another origin to the browser, and one that may speak to this machine.
  await page.goto(`http://127.0.0.1:${server.place.port}/healthz`);
  const show = (path: string) =>
    page.evaluate((src) => {
      const frame = document.createElement("iframe");
      frame.src = src;
      document.body.replaceChildren(frame);
    }, server.url + path);
  const shown = expect.poll(() => page.frames()[1]?.url());

  // What says nothing of frames is shown, so it is the header that keeps the pages out.
  for (const path of ["/authorize?user_code=BCDF-GHJK", "/settings/devices"]) {
    await show("/healthz");
    await shown.toBe(`${server.url}/healthz`);
    await show(path);
    await shown.toMatch(/^chrome-error:/);
  }
});

test("links in the approval page tell nobody which code it had", async ({ signedIn: page }) => {
  await page.goto("/authorize?user_code=BCDF-GHJK");
  const request = page.waitForRequest(
    (one) => one.isNavigationRequest() && new URL(one.url()).pathname === "/",
  );
  await page.evaluate(() => location.assign("/"));
  expect((await (await request).allHeaders())["referer"]).toBeUndefined();
});

test("the session cookie is out of reach of scripts and of other sites", async ({ signedIn: page }) => {
  const cookies = await page.context().cookies();
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  await page.goto("/authorize");
  expect(await page.evaluate(() => document.cookie)).toBe("");
});

test("a call with the cookie from another site's page is refused", async ({ signedIn: page }) => {
  const reply = await page.request.post("/v1/auth/dashboard-code", {
    headers: { Origin: "https://evil.example" },
  });
  expect(reply.status()).toBe(403);
});
