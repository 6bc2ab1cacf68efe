import { execFileSync } from "node:child_process";
import { expect, test } from "./support/test";

interface Described {
  paths: Record<string, Record<string, { operationId?: string; summary?: string; responses?: object }>>;
}

test("the API reference shows every call of /openapi.json, and asks nobody else for anything", async ({
  page,
  server,
}) => {
  const outside: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url)) outside.push(request.url());
  });
  await page.goto("/");
  await page.getByRole("link", { name: "API reference" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("API reference");

  const { paths } = (await (await page.request.get("/openapi.json")).json()) as Described;
  const calls = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, call]) => (call.operationId ? [{ path, method, call }] : [])),
  );
  expect(calls.length).toBeGreaterThan(20);
  for (const { path, method, call } of calls) {
    const section = page.locator(`section[id="${call.operationId}"]`);
    await expect.soft(section.getByRole("heading", { level: 3 })).toHaveText(call.summary ?? "");
    const text = await section.innerText();
    for (const part of [method.toUpperCase(), path, ...Object.keys(call.responses ?? {})]) {
      expect.soft(text, call.operationId).toContain(part);
    }
    expect.soft(text, call.operationId).toContain(server.url);
  }
  expect(outside).toEqual([]);
});

test("each call of the API reference can be linked to", async ({ page }) => {
  await page.goto("/docs/api#pollLogin");
  await expect(page.getByRole("heading", { name: "Ask whether the person has decided" })).toBeInViewport();
  await page
    .getByRole("navigation", { name: "Calls" })
    .getByRole("link", { name: "Sign out" })
    .filter({ visible: true })
    .click();
  await expect(page).toHaveURL(/#logOut$/);
  await expect(page.getByRole("heading", { name: "Sign out" })).toBeInViewport();
});

test("a curl example of the API reference works as it is copied", async ({ page, server }) => {
  await page.goto("/docs/api#isReady");
  const example = page.locator("#isReady").getByRole("region", { name: "Try it" });
  const command = (await example.innerText()).trim();
  expect(command).toBe(`curl ${server.url}/readyz`);
  await page.goto("/docs/api#startLogin");
  const login = (
    await page.locator("#startLogin").getByRole("region", { name: "Try it" }).innerText()
  ).trim();
  const reply = JSON.parse(execFileSync("sh", ["-c", `${login} -sS`], { encoding: "utf8" })) as object;
  expect(reply).toMatchObject({ interval: 5, expires_in: 900 });
});
