import { expect, type Page } from "@playwright/test";
import { codeOf, inOneStep } from "@alprina/contract-tests/support/authenticator";
import type { Person } from "./people";
import { noteSecret } from "./secrets-seen";

export { codeOf, inOneStep };

const said = (reply: unknown) =>
  (reply as { result: { data: { json: Record<string, unknown> } } }).result.data.json;

/** Turns it on without the page, which has a test of its own: by the code of the step before this one. */
export async function turnOnSecondFactor(page: Page, server: string, { password }: Person) {
  await inOneStep();
  const call = async (name: string, json: object) => {
    const reply = await page.request.post(`${server}/api/trpc/secondFactor.${name}`, {
      data: { json },
      headers: { Origin: server },
    });
    expect(reply.status(), await reply.text()).toBe(200);
    return said(await reply.json());
  };
  const { secret } = (await call("setUp", { password })) as { secret: string };
  const { backupCodes } = (await call("confirm", { code: codeOf(secret, -1) })) as {
    backupCodes: string[];
  };
  noteSecret("authenticator_secret", secret);
  for (const code of backupCodes) noteSecret("backup_code", code);
  return { secret, backupCodes };
}
