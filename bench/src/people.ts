import { randomBytes } from "node:crypto";

/** Somebody with an account on our server, signed in. */
export interface Person {
  id: string;
  /** A session token, for `Authorization: Bearer`. */
  token: string;
  /** The browser's session. */
  cookie: string;
}

const AT_ONCE = 4;

/** New people, by the form that a browser sends. A few at once: a password's hash is slow by design. */
export async function signUp(url: string, count: number): Promise<Person[]> {
  const people: Person[] = [];
  const one = async () => {
    for (let left = Math.ceil(count / AT_ONCE); left > 0; left--) people.push(await signUpOne(url));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return people.slice(0, count);
}

async function signUpOne(url: string): Promise<Person> {
  const name = randomBytes(5).toString("hex");
  const reply = await fetch(`${url}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: url },
    body: JSON.stringify({
      name: `Ada ${name}`,
      email: `ada.${name}@example.com`,
      password: `correct horse ${name}`,
    }),
  });
  const body = (await reply.json()) as { token?: string; user?: { id: string } };
  if (!body.token || !body.user) throw new Error(`Sign-up answered ${reply.status} ${JSON.stringify(body)}`);
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
  return { id: body.user.id, token: body.token, cookie };
}
