import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, watchFailures } from "./support/test";

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

test("a browser refuses to show a page of ours in a frame of another site", async ({ signedIn, server }) => {
  // A page that nobody watches: the refusal is what the console speaks of here.
  const page = await signedIn.context().newPage();
  const site = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Elsewhere</title>");
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const elsewhere = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  try {
    await page.goto(elsewhere);
    const show = (src: string) =>
      page.evaluate((src) => {
        const frame = document.createElement("iframe");
        frame.src = src;
        document.body.replaceChildren(frame);
      }, src);
    const shown = expect.poll(() => page.frames()[1]?.url());

    // What says nothing of frames is shown, so it is the header that keeps the pages out.
    for (const path of ["/authorize?user_code=BCDF-GHJK", "/settings/devices", "/healthz"]) {
      await show(`${elsewhere}/a-frame`);
      await shown.toBe(`${elsewhere}/a-frame`);
      await show(server.url + path);
      await shown.toMatch(/^chrome-error:/);
    }
  } finally {
    site.closeAllConnections();
    site.close();
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

test("a script that somebody slips into a page does not run, and every test would notice", async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const failures = await watchFailures(page);
  await page.goto("/sign-in");
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.slippedIn = true";
    const holder = document.createElement("div");
    holder.innerHTML = `<img src="https://elsewhere.example/x.png" onerror="window.slippedIn = true" style="width: 7px">`;
    document.body.append(script, holder);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return "slippedIn" in window;
  });
  expect(ran).toBe(false);
  for (const rule of ["script-src-elem", "img-src", "style-src-attr"]) {
    await expect.poll(() => failures.join("\n")).toContain(`(${rule})`);
  }
  await context.close();
});

test("the nonce of a page is another one each time, and cannot be read from the page", async ({
  signedIn: page,
}) => {
  const nonces = [];
  for (let time = 0; time < 3; time++) {
    const response = await page.goto("/docs/api");
    nonces.push(/'nonce-([^']+)'/.exec(response?.headers()["content-security-policy"] ?? "")?.[1]);
    expect(await page.locator("script").first().getAttribute("nonce")).toBe("");
  }
  expect(new Set(nonces).size).toBe(3);
  for (const nonce of nonces) expect(Buffer.from(nonce ?? "", "base64")).toHaveLength(16);
});
