import { beforeAll, describe, expect, it } from "vitest";
import { findOrCreateFederatedPerson, type FederatedIdentity } from "../../src/index";
import { atOnce, openProduct, type Cast, type Product } from "../support/product";

const issuer = "https://id.example.com/";
const somebody = (more: Partial<FederatedIdentity> = {}): FederatedIdentity => ({
  issuer,
  subject: "0815",
  email: null,
  isEmailVerified: false,
  fullName: null,
  ...more,
});

describe("people from an identity provider", () => {
  let product: Product & Cast;
  beforeAll(async () => {
    product = await openProduct();
  });
  const find = (identity: FederatedIdentity) => findOrCreateFederatedPerson(product.deps, identity);
  const peopleIn = () => product.database.prisma.user.count();

  it("are one person for 50 first sights at once, with one address or with 50", async () => {
    for (let round = 0; round < 5; round++) {
      const before = await peopleIn();
      const seen = await atOnce(50, (index) =>
        find(
          somebody({
            subject: `race-${round}`,
            email: round % 2 ? `race-${round}-${index}@example.com` : `race-${round}@example.com`,
          }),
        ),
      );
      expect(new Set(seen.map((person) => person?.id)).size).toBe(1);
      expect(await peopleIn()).toBe(before + 1);
    }
  });

  it("are one person an address when 50 subjects claim it at once; the others are refused", async () => {
    const before = await peopleIn();
    const seen = await atOnce(50, (index) =>
      find(somebody({ subject: `claim-${index}`, email: "wanted@example.com" })).catch(
        (error: { code: string }) => error.code,
      ),
    );
    expect(seen.filter((answer) => answer === "forbidden")).toHaveLength(49);
    expect(await peopleIn()).toBe(before + 1);
    expect(
      await product.database.prisma.account.count({ where: { accountId: { contains: "#claim-" } } }),
    ).toBe(1);
  });

  it("are others at another issuer, though the subject is the same", async () => {
    const here = await find(somebody());
    const there = await find(somebody({ issuer: "https://id.example.com" }));
    expect(here?.id).not.toBe(there?.id);
    expect(here?.email).not.toBe(there?.email);
    expect((await find(somebody({ email: "later@example.com" })))?.id).toBe(here?.id);
  });

  it("are not the person who has their address, in whatever case it is written", async () => {
    await expect(
      find(somebody({ subject: "4711", email: "ADA@example.com", isEmailVerified: true })),
    ).rejects.toThrow(/Another account here has this e-mail address/);
  });

  it("may name themselves by their subject, and by no other", async () => {
    const person = await find(somebody({ subject: "own#subject" }));
    const { userCode } = await product.terminal.logins.start({});
    const as = product.as(person!);
    for (const claimedSubject of ["subject", "own", "ada", `${issuer}#own#subject`]) {
      await expect(as.grants.authorize({ userCode, claimedSubject })).rejects.toThrow(/stack_user_id/);
    }
    expect(await as.grants.authorize({ userCode, claimedSubject: "own#subject" })).toBe(true);
  });

  it("are nobody with a subject that no provider may give", async () => {
    expect(await find(somebody({ subject: "" }))).toBeNull();
    expect(await find(somebody({ subject: "s".repeat(256) }))).toBeNull();
  });
});
