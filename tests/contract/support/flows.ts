import { expect } from "vitest";
import { z } from "zod";
import { call } from "./call";
import type { Host } from "./hosts";
import type { Reply } from "./http";
import type { Person } from "./people";
import { noteSecret } from "./secrets-seen";
import { dashboardCodeReply, deviceReply, keyReply, read } from "./wire";

/** A command line starts a login. */
export async function startLogin(host: Host, json: object = {}, from?: string) {
  return read(await call(host, "POST", "/v1/auth/device", { json, from }), deviceReply);
}

export function poll(host: Host, device_code: string): Promise<Reply> {
  return call(host, "POST", "/v1/auth/device/token", { json: { device_code } });
}

export function authorize(host: Host, person: Person, user_code: string, from?: string): Promise<Reply> {
  return call(host, "POST", "/v1/auth/device/authorize", { bearer: person.token, json: { user_code }, from });
}

export async function approve(host: Host, person: Person, user_code: string): Promise<void> {
  expect((await authorize(host, person, user_code)).status).toBe(200);
}

/** A whole login; the key that it ends with. */
export async function logIn(host: Host, person: Person, facts: object = {}) {
  const { device_code, user_code } = await startLogin(host, facts);
  await approve(host, person, user_code);
  return read(await poll(host, device_code), keyReply);
}

export async function dashboardCode(host: Host, person: Person): Promise<string> {
  const reply = await call(host, "POST", "/v1/auth/dashboard-code", { bearer: person.token });
  return read(reply, dashboardCodeReply).cli_code;
}

export function redeem(host: Host, cli_code: string, facts: object = {}, from?: string): Promise<Reply> {
  return call(host, "POST", "/v1/auth/cli-verify", { json: { cli_code, ...facts }, from });
}

const envelope = z.object({ result: z.object({ data: z.object({ json: z.unknown() }) }) });
const resultOf = (reply: Reply) => read(reply, envelope).result.data.json;

/** What the pages do, through their own door: a procedure as this person, and its answer. */
export async function procedure<Schema extends z.ZodType>(
  host: Host,
  person: Person,
  name: string,
  input: unknown,
  answer: Schema,
): Promise<z.output<Schema>> {
  const reply = await call(host, "POST", `/api/trpc/${name}`, {
    bearer: person.token,
    json: { json: input },
  });
  return answer.parse(resultOf(reply));
}

const anyAnswer = z.looseObject({
  kind: z.string(),
  status: z.string().optional(),
  request: z.looseObject({ id: z.string() }).optional(),
});

/** The page shows the person who asks, which binds the code to them. */
export function review(host: Host, person: Person, userCode: string) {
  return procedure(host, person, "grants.review", { userCode }, anyAnswer);
}

export function decide(host: Host, person: Person, grantId: string, decision: "approve" | "deny") {
  return procedure(host, person, "grants.decide", { grantId, decision }, anyAnswer);
}

/** The id of the login behind `userCode`, reviewed by this person. */
export async function reviewedId(host: Host, person: Person, userCode: string): Promise<string> {
  const answer = await review(host, person, userCode);
  expect(answer.kind).toBe("pending");
  return answer.request?.id ?? "";
}

export async function deny(host: Host, person: Person, userCode: string): Promise<void> {
  const answer = await decide(host, person, await reviewedId(host, person, userCode), "deny");
  expect(answer).toEqual({ kind: "denied" });
}

/** A dashboard code as the page shows it, and what the page sees become of it. */
export async function pageCode(host: Host, person: Person) {
  const issued = await procedure(
    host,
    person,
    "dashboardCodes.issue",
    undefined,
    z.looseObject({ id: z.string(), code: z.string() }),
  );
  noteSecret({ kind: "cli_code", value: issued.code });
  const status = async () => {
    const input = encodeURIComponent(JSON.stringify({ json: { id: issued.id } }));
    const reply = await call(host, "GET", `/api/trpc/dashboardCodes.status?input=${input}`, {
      bearer: person.token,
    });
    return anyAnswer.parse(resultOf(reply));
  };
  return { code: issued.code, status };
}
