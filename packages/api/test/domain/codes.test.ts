import { describe, expect, it } from "vitest";
import {
  DASHBOARD_CODE_ALPHABET,
  drawDashboardCode,
  readDashboardCode,
} from "../../src/domain/dashboard-code";
import { drawUserCode, readUserCode, USER_CODE_ALPHABET } from "../../src/domain/user-code";

const first = () => 0;
const counting = () => {
  let next = 0;
  return (bound: number) => next++ % bound;
};

describe("a user code", () => {
  it("is two groups of four letters that make no words and have no look-alikes", () => {
    expect(USER_CODE_ALPHABET).toBe("BCDFGHJKLMNPQRSTVWXZ");
    expect(drawUserCode(first)).toBe("BBBB-BBBB");
    expect(drawUserCode(counting())).toBe("BCDF-GHJK");
  });

  it.each([
    "WDJB-MJHT",
    "wdjb-mjht",
    "wdjbmjht",
    " WDJB MJHT ",
    "wd-jb-mj-ht",
    "WDJB–MJHT",
    "WDJB\u00a0MJHT",
  ])("is understood when typed as %j", (typed) => expect(readUserCode(typed)).toBe("WDJBMJHT"));

  it.each(["", "WDJB", "WDJB-MJHTT", "WDJB-MJH1", "WDJB-MJHA", "alprina_sk_live_x", "ＷDJBMJHT"])(
    "is not read into %j",
    (typed) => expect(readUserCode(typed)).toBeNull(),
  );
});

describe("a dashboard code", () => {
  it("has capitals and digits without I, L, O, 0 and 1", () => {
    expect(DASHBOARD_CODE_ALPHABET).toMatch(/^[A-HJKMNP-Z2-9]{31}$/);
    expect(drawDashboardCode(6, counting())).toBe("ABCDEF");
    expect(drawDashboardCode(12, first)).toHaveLength(12);
  });

  it.each(["K7M2QX", "k7m2qx", " k7m-2qx ", "K7 M2 QX"])("is understood when typed as %j", (typed) =>
    expect(readDashboardCode(typed)).toBe("K7M2QX"),
  );

  it.each(["", "K7M2Q", "K7M2QX7M2QX7M", "K7M2Q0", "K7M2Q!"])("is not read into %j", (typed) =>
    expect(readDashboardCode(typed)).toBeNull(),
  );
});
