import { describe, expect, it } from "vitest";
import { USER_CODE_ALPHABET as PRODUCT_ALPHABET } from "@alprina/api/domain/user-code";
import * as field from "@/lib/user-code";

const { formatUserCode, isWholeUserCode, retypeUserCode, userCodeFromQuery } = field;

describe("a user code in the field", () => {
  it("has the product's letters", () => {
    expect(field.USER_CODE_ALPHABET).toBe(PRODUCT_ALPHABET);
  });

  it.each([
    ["", ""],
    ["w", "W"],
    ["wdjb", "WDJB"],
    ["wdjbm", "WDJB-M"],
    ["wdjb-mjht", "WDJB-MJHT"],
    ["  WDJB – MJHT ", "WDJB-MJHT"],
    ["w d j b m j h t", "WDJB-MJHT"],
    ["WDJBMJHTZZZ", "WDJB-MJHT"],
    ["a1e!WDÄJB", "WDJB"],
  ])("%j reads %j", (typed, shown) => {
    expect(formatUserCode(typed)).toBe(shown);
  });

  it("is whole with eight letters", () => {
    expect(isWholeUserCode("wdjb mjht")).toBe(true);
    expect(isWholeUserCode("wdjb-mjh")).toBe(false);
  });

  it.each([
    ["typing at the end steps over the dash", "WDJBM", 5, "WDJB-M", 6],
    ["typing in the middle stays there", "WXDJ-BM", 2, "WXDJ-BM", 2],
    ["a letter pushed over the dash takes the caret along", "WDJBX-M", 5, "WDJB-XM", 6],
    ["deleting before the dash pulls a letter back", "WDJ-MJHT", 3, "WDJM-JHT", 3],
    ["a refused character leaves the caret where it was", "W1D", 2, "WD", 1],
    ["a whole code pasted leaves the caret at its end", "wdjb mjht", 9, "WDJB-MJHT", 9],
    ["four letters alone have no dash to step over", "WDJB", 4, "WDJB", 4],
  ])("%s", (_, value, caret, shown, caretAfter) => {
    expect(retypeUserCode(value, caret)).toEqual({ value: shown, caret: caretAfter });
  });

  it("takes one code from the address, and nothing else", () => {
    expect(userCodeFromQuery("wdjbmjht")).toBe("WDJB-MJHT");
    expect(userCodeFromQuery(["WDJB-MJHT", "XXXX-XXXX"])).toBe("");
    expect(userCodeFromQuery(undefined)).toBe("");
    expect(userCodeFromQuery("<script>")).toBe("SCRP-T");
  });
});
