import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCaller, isProductError, type Caller } from "../../src/index";
import { addClient, OWN, renewableKey } from "../support/oauth";
import { adasKey, openProduct, type Cast, type Product } from "../support/product";

/** The procedures, as a command line at this address reaches them. */
function callerFrom(ipAddress: string | null): Caller {
  const sender = { ipAddress, userAgent: "a command line" };
  return createCaller({
    deps: product.deps,
    sender,
    bearerToken: null,
    findSignedIn: () => Promise.resolve(null),
  });
}

/** What became of one call: its answer's kind, or the code of its refusal. */
async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    const answer = await call;
    return (answer as { kind?: string }).kind ?? "answered";
  } catch (error) {
    const { cause } = error as Error;
    if (isProductError(cause)) return cause.code;
    throw error;
  }
}
const counted = (outcomes: string[], what: string) => outcomes.filter((one) => one === what).length;
const guess = (from: string | null) =>
  outcome(callerFrom(from).dashboardCodes.redeem({ dashboardCode: "AAAAAA", offersConfirmation: false }));
const address = (index: number) => `198.51.${index >> 8}.${index & 255}`;
const events = async () => {
  const rows = await product.database.prisma.activity.findMany({ where: { kind: "over-budget" } });
  return rows.map(({ detail }) => detail).sort();
};

let product: Product & Cast;
beforeAll(async () => {
  // Of guesses one for an address, and fifty for the service.
  product = await openProduct({}, { limitFactor: 1 / 120 });
});
beforeEach(async () => {
  await product.database.prisma.budget.deleteMany();
  await product.database.prisma.activity.deleteMany();
});

describe("the budget of the whole service", () => {
  it("holds for guesses from many addresses at once", async () => {
    const outcomes = await Promise.all(Array.from({ length: 90 }, (_, index) => guess(address(index))));
    expect(counted(outcomes, "unknown")).toBe(50);
    expect(counted(outcomes, "over-budget")).toBe(40);
    expect(await events()).toEqual(["dashboard-code:service"]);
  });

  it("is not used up by one address that has nothing left of its own", async () => {
    const loud = await Promise.all(Array.from({ length: 200 }, () => guess("203.0.113.1")));
    expect(counted(loud, "unknown")).toBe(1);
    const others = await Promise.all(Array.from({ length: 49 }, (_, index) => guess(address(index))));
    expect(counted(others, "unknown")).toBe(49);
    expect(await guess(address(60))).toBe("over-budget");
  });

  it("is not used up by one network of countless addresses", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) => guess(`2001:db8:1:2::${index.toString(16)}`)),
    );
    expect(counted(outcomes, "unknown")).toBe(1);
  });
});

describe("callers without an address", () => {
  it("share one budget, as large as that of twenty", async () => {
    const outcomes = await Promise.all(Array.from({ length: 45 }, () => guess(null)));
    expect(counted(outcomes, "unknown")).toBe(20);
    expect(await guess(address(1))).toBe("unknown");
  });
});

describe("wrong secrets of a client", () => {
  /** Asks as a resource server, with this secret. Three wrong ones for an address, fifty for the client. */
  async function addServer() {
    const { clientId, clientSecret: right = "" } = await addClient(product, { kind: "resource_server" });
    const ask = (clientSecret: string, from = "203.0.113.7") =>
      outcome(callerFrom(from).tokens.introspect({ client: { clientId, clientSecret }, token: "any" }));
    return { ask, right };
  }

  it("are refused for their number at last, and the right one is not", async () => {
    const { ask, right } = await addServer();
    const wrong = await Promise.all(Array.from({ length: 10 }, (_, index) => ask(`wrong ${index}`)));
    expect([counted(wrong, "unknown-client"), counted(wrong, "over-budget")]).toEqual([3, 7]);
    expect(await ask(right)).toBe("inactive");
    expect(await ask("wrong", "203.0.113.8")).toBe("unknown-client");
  });

  it("from many addresses are refused for the client's sake, and the right one still is not", async () => {
    const { ask, right } = await addServer();
    const wrong = await Promise.all(Array.from({ length: 80 }, (_, index) => ask("wrong", address(index))));
    expect(counted(wrong, "unknown-client")).toBe(50);
    expect(await events()).toEqual(["client-secret:client"]);
    expect(await ask(right)).toBe("inactive");
    // No secret at all is not a guess.
    expect(await ask("", address(90))).toBe("unknown-client");
  });
});

describe("tokens that are not known", () => {
  it("are refused for their number at last, and known ones go on", async () => {
    const { refreshToken } = await renewableKey(product);
    const { apiKey } = await adasKey(product);
    const { terminal } = product;
    const unknown = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        outcome(
          index % 2
            ? terminal.tokens.renew({ client: OWN, refreshToken: "nobody's" })
            : terminal.authorizations.redeem({ client: OWN, code: "nobody's" }),
        ),
      ),
    );
    expect([counted(unknown, "refused"), counted(unknown, "over-budget")]).toEqual([5, 15]);
    expect(await outcome(terminal.tokens.renew({ client: OWN, refreshToken }))).toBe("key");
    expect(await outcome(terminal.keys.verify({ apiKey }))).toBe("valid");
  });

  it("of a device login are refused from many addresses too, and a login that waits is not", async () => {
    const poll = (from: string, deviceCode: string) => outcome(callerFrom(from).logins.poll({ deviceCode }));
    const { deviceCode } = await callerFrom(address(1)).logins.start({});
    // Five for an address, five hundred for the service.
    const outcomes = await Promise.all(
      Array.from({ length: 600 }, (_, index) => poll(address(index % 150), "A".repeat(43))),
    );
    expect([counted(outcomes, "unknown"), counted(outcomes, "over-budget")]).toEqual([500, 100]);
    expect(await events()).toEqual(["unknown-device-code:service"]);
    expect(await poll(address(1), deviceCode)).toBe("pending");
  });
});
