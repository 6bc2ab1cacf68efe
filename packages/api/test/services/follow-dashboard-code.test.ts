import { beforeAll, describe, expect, it } from "vitest";
import { createHub } from "../../src/index";
import { followDashboardCode, MAX_FOLLOWED } from "../../src/services/follow-dashboard-code";
import { openTwo } from "../events/instances";
import { openProduct, sender, type Cast, type Product } from "../support/product";

let product: Product & Cast;
beforeAll(async () => {
  product = await openProduct({}, { events: createHub(() => true) });
});

const follow = ({ deps, ada }: Product & Cast, id: string, signal = new AbortController().signal) =>
  followDashboardCode(deps, { ...sender, signedInAt: new Date() }, ada, { id }, signal);
const claim = ({ terminal }: Product, dashboardCode: string) =>
  terminal.dashboardCodes.redeem({ dashboardCode, offersConfirmation: true, deviceName: "build-runner-03" });
/** What a page sees next that asks anew whenever it is told no more, as ours does. */
async function seenNext(ask: () => ReturnType<typeof follow>, before: string): Promise<unknown> {
  for (;;) {
    for await (const view of ask()) if (view.kind !== before) return view;
  }
}
const over = { done: true, value: undefined };

describe("following a dashboard code", () => {
  it("tells how it is, then that it was typed, then ends", async () => {
    const { id, code } = await product.as(product.ada).dashboardCodes.issue();
    const views = follow(product, id);
    expect(await views.next()).toMatchObject({ value: { kind: "live" } });
    const news = views.next();
    await claim(product, code);
    expect(await news).toMatchObject({
      value: { kind: "claimed", request: { deviceName: "build-runner-03" } },
    });
    expect(await views.next()).toEqual(over);
  });

  it("hears of it from another instance, by the database", async () => {
    const { here, there } = await openTwo();
    const { id, code } = await here.as(here.ada).dashboardCodes.issue();
    const views = follow({ ...there, ada: here.ada }, id);
    expect(await views.next()).toMatchObject({ value: { kind: "live" } });
    const news = views.next();
    await claim(here, code);
    expect(await news).toMatchObject({ value: { kind: "claimed" } });
  });

  it("sees the terminal take its key after Connect, though nobody tells of it", async () => {
    const ada = product.as(product.ada);
    const { id, code } = await ada.dashboardCodes.issue();
    const claimed = await claim(product, code);
    const view = await ada.dashboardCodes.status({ id });
    if (claimed.kind !== "confirmation" || view.kind !== "claimed") throw new Error("not claimed");
    await ada.grants.decide({ grantId: view.request.id, decision: "approve" });
    const views = follow(product, id);
    expect(await views.next()).toMatchObject({ value: { kind: "connecting" } });
    const news = seenNext(() => follow(product, id), "connecting");
    expect((await product.terminal.logins.poll(claimed)).kind).toBe("approved");
    expect(await news).toMatchObject({ kind: "used", deviceName: "build-runner-03" });
  });

  it("says that a code has run out when it does", async () => {
    const short = await openProduct({ dashboardCodeTtlSeconds: 1 }, { events: createHub(() => true) });
    const { id } = await short.as(short.ada).dashboardCodes.issue();
    const views = follow(short, id);
    expect(await views.next()).toMatchObject({ value: { kind: "live" } });
    expect(await views.next()).toMatchObject({ value: { kind: "expired" } });
  });

  it("ends at once for a code that is over, and for one that is somebody else’s", async () => {
    const { id, code } = await product.as(product.grace).dashboardCodes.issue();
    const foreign = follow(product, id);
    expect(await foreign.next()).toMatchObject({ value: { kind: "unknown" } });
    expect(await foreign.next()).toEqual(over);
    await product.terminal.dashboardCodes.redeem({ dashboardCode: code, offersConfirmation: false });
    const views = follow({ ...product, ada: product.grace }, id);
    expect(await views.next()).toMatchObject({ value: { kind: "used" } });
    expect(await views.next()).toEqual(over);
  });

  it("ends without news when its person signs out everywhere, so that the page has to show who it is", async () => {
    const { id } = await product.as(product.ada).dashboardCodes.issue();
    const views = follow(product, id);
    await views.next();
    const news = views.next();
    await product.as(product.ada).me.signOutEverywhere({ devices: false, keepThisBrowser: false });
    expect(await news).toEqual(over);
  });

  it("ends when the page is left", async () => {
    const { id } = await product.as(product.ada).dashboardCodes.issue();
    const page = new AbortController();
    const views = follow(product, id, page.signal);
    await views.next();
    const news = views.next();
    page.abort();
    expect(await news).toEqual(over);
  });

  it("refuses where too many are told already, and lets the next in when one is gone", async () => {
    const busy = await openProduct({}, { events: createHub(() => true) });
    const { id } = await busy.as(busy.ada).dashboardCodes.issue();
    const many = Array.from({ length: MAX_FOLLOWED }, () => follow(busy, id));
    for (const views of many) await views.next();
    expect(() => follow(busy, id)).toThrow("Ask again instead");
    await many[0]?.return();
    const next = follow(busy, id);
    await next.next();
    busy.deps.waiting.drain();
    expect(await next.next()).toEqual(over);
  });
});
