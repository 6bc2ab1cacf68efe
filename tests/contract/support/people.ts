import { randomBytes } from "node:crypto";
import { z } from "zod";
import { call } from "./call";
import type { Host } from "./hosts";
import type { Reply } from "./http";
import { noteSecret } from "./secrets-seen";
import { read } from "./wire";

/** The cast. */
export type Name = "Ada Lovelace" | "Grace Hopper" | "";

export interface Person {
  id: string;
  email: string;
  name: Name;
  password: string;
  /** A session token, for `Authorization: Bearer`. */
  token: string;
  /** The browser's session, as a `Cookie` header. */
  cookie: string;
}

const signUpReply = z.looseObject({ token: z.string(), user: z.looseObject({ id: z.string() }) });

/** A fresh account on `host`, signed in. */
export async function signUp(host: Host, name: Name, from?: string): Promise<Person> {
  const email = `${name.split(" ", 1)[0]?.toLowerCase() || "nobody"}.${randomBytes(5).toString("hex")}@example.com`;
  const password = `correct horse ${randomBytes(6).toString("hex")}`;
  noteSecret({ kind: "password", value: password });
  const reply = await call(host, "POST", "/api/auth/sign-up/email", {
    headers: { Origin: host.url },
    json: { name, email, password },
    from,
  });
  const { token, user } = read(reply, signUpReply);
  const cookie = (reply.headers["set-cookie"] ?? []).map((line) => line.split(";", 1)[0]).join("; ");
  return { id: user.id, email, name, password, token, cookie };
}

/** One more browser: the form of the sign-in page, sent from `from`. */
export function signIn(
  host: Host,
  { email, password }: Pick<Person, "email" | "password">,
  from?: string,
): Promise<Reply> {
  const headers = { Origin: host.url };
  return call(host, "POST", "/api/auth/sign-in/email", { headers, json: { email, password }, from });
}
