import { randomBytes } from "node:crypto";
import { expect, type BrowserContext, type Page } from "@playwright/test";
import { noteSecret, noteSecretsIn } from "./secrets-seen";

export interface Person {
  name: string;
  email: string;
  password: string;
}

/** Nobody has had this e-mail address before. */
export function newPerson(name = "Ada Lovelace"): Person {
  const id = randomBytes(6).toString("hex");
  const [first = name] = name.toLowerCase().split(" ");
  const password = `pw-${randomBytes(9).toString("hex")}`;
  noteSecret("password", password);
  return { name, email: `${first}.${id}@example.test`, password };
}

/** Makes the account and signs this browser in, without the forms, which have tests of their own. */
export async function signUpByApi(context: BrowserContext, server: string, person: Person): Promise<void> {
  const reply = await context.request.post(`${server}/api/auth/sign-up/email`, {
    data: person,
    headers: { Origin: server },
  });
  expect(reply.status(), await reply.text()).toBe(200);
  noteSecretsIn(await reply.json());
}

/** Fills in and sends the form of the page that is open. */
export async function fillSignUp(page: Page, person: Person): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill(person.name);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
}

export async function fillSignIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}
