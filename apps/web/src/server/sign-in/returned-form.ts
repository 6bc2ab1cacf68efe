import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import type { SECOND_STEP } from "@/lib/next-path";
import type { ReturnedForm } from "@/lib/returned-form";

export type FormPage = "/sign-in" | "/sign-up" | typeof SECOND_STEP;

/** Long enough to come back and be shown, and no longer. */
const SECONDS = 30;
const COOKIE = "alprina.form";

const form = z.object({
  door: z.object({
    code: z.string().max(100),
    waitSeconds: z.number().int().positive().max(86_400).nullable(),
  }),
  email: z.string().max(320),
  name: z.string().max(320),
}) satisfies z.ZodType<ReturnedForm>;

/** A cookie that the page of this form alone is sent, and not its address: that is kept by histories and logs. */
export function returnedFormCookie(page: FormPage, returned: ReturnedForm, isHttps: boolean): string {
  const value = Buffer.from(JSON.stringify(returned)).toString("base64url");
  const secure = isHttps ? "; Secure" : "";
  return `${COOKIE}=${value}; Path=${page}; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}

/** What has just come back to this page; null for nothing, and for what is not of our making. */
export async function returnedForm(): Promise<ReturnedForm | null> {
  const value = (await cookies()).get(COOKIE)?.value;
  if (value === undefined) return null;
  try {
    return form.parse(JSON.parse(Buffer.from(value, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}
