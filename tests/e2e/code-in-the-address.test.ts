import { codeField, poll, review, startLogin } from "./support/authorize";
import { expect, test } from "./support/test";

test("opening a link with a code in it fills in the form, and changes nothing", async ({
  signedIn: page,
  rows,
  person,
}) => {
  const login = await startLogin(page.request, `${person.email} terminal`);
  const grant = () =>
    rows.deviceGrant.findFirstOrThrow({ where: { deviceName: `${person.email} terminal` } });
  const before = await grant();
  const changes: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") changes.push(`${request.method()} ${request.url()}`);
  });

  await page.goto(`/authorize?user_code=${login.userCode}`);
  await expect(codeField(page)).toHaveValue(login.userCode);
  await expect(page.getByText(/came with the link/i)).toBeVisible();
  // The script runs, so whatever it does by itself it has had the chance to do.
  await expect(page.getByRole("button", { name: "Continue" })).toBeEnabled();
  await page.reload({ waitUntil: "networkidle" });
  await expect(codeField(page)).toHaveValue(login.userCode);

  expect(changes).toEqual([]);
  expect(await grant()).toEqual(before);
  expect(before).toMatchObject({ status: "pending", reviewerId: null });
  expect((await poll(page.request, login)).body.error).toBe("authorization_pending");

  // The click is what binds it to the person.
  await review(page);
  const { id } = await rows.user.findUniqueOrThrow({ where: { email: person.email } });
  expect(await grant()).toMatchObject({ status: "pending", reviewerId: id });
});

test("a code in the address that is none is left out or shown as it can be read, and no more", async ({
  signedIn: page,
}) => {
  await page.goto(`/authorize?user_code=${encodeURIComponent('"><script>alert(1)</script>')}`);
  await expect(codeField(page)).toHaveValue(/^[A-Z-]{0,9}$/);
  await expect(page.locator("main script")).toHaveCount(0);
  await page.goto("/authorize?user_code=a&user_code=b");
  await expect(codeField(page)).toHaveValue("");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Type the code first.")).toBeVisible();
});
