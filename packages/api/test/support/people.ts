import { randomUUID } from "node:crypto";
import type { Cast, Product } from "./product";
import { createCaller, type Caller, type Person } from "../../src/index";

const PASSWORD = "correct horse battery";

/** Somebody new with a password, signed in with it in one browser. */
export async function newcomer(product: Product & Cast, { password = PASSWORD } = {}) {
  const id = randomUUID();
  const user = await product.database.prisma.user.create({
    data: { id, name: "Ada Lovelace", email: `${id}@example.com` },
  });
  await product.database.prisma.account.create({
    data: {
      id,
      userId: id,
      accountId: id,
      providerId: "credential",
      password: await product.deps.passwords.hash(password),
    },
  });
  const person: Person = { ...product.ada, id, email: user.email, createdAt: user.createdAt };
  const browser = await signIn(product, person);
  return { person, password, ...browser };
}

/** One more browser of a person, as better-auth writes it. */
export async function signIn(product: Product & Cast, person: Person) {
  const now = product.deps.now();
  const session = await product.database.prisma.session.create({
    data: {
      id: randomUUID(),
      token: randomUUID(),
      userId: person.id,
      expiresAt: new Date(now.getTime() + 3_600_000),
      ipAddress: "203.0.113.24",
      userAgent: "a browser",
      createdAt: now,
    },
  });
  return { sessionId: session.id, caller: inBrowser(product, person, session.id, now) };
}

/** The procedures, from that very browser. */
export function inBrowser(
  { deps }: Product,
  person: Person,
  sessionId: string,
  signedInAt: Date | null,
): Caller {
  return createCaller({
    deps,
    sender: { ipAddress: "203.0.113.24", userAgent: "a browser" },
    bearerToken: null,
    findSignedIn: () => Promise.resolve({ person, signedInAt, sessionId }),
  });
}

export const keysAlive = (product: Product, { id }: Person) =>
  product.database.prisma.apiKey.count({ where: { userId: id, status: "active" } });

export const sessionsOf = async (product: Product, { id }: Person) => {
  const sessions = await product.database.prisma.session.findMany({ where: { userId: id } });
  return sessions.map((session) => session.id);
};

/** What was written down of a person, the oldest first. */
export async function kindsOf(product: Product, { id }: Person): Promise<string[]> {
  const events = await product.database.prisma.activity.findMany({
    where: { userId: id },
    orderBy: { id: "asc" },
  });
  return events.map(({ kind }) => kind);
}
