import { expect, it } from "vitest";
import { ALL_ROWS, readOptions } from "../src/options";

it("runs everything, unless rows are named", () => {
  expect(readOptions([]).rows).toEqual(ALL_ROWS);
  expect(readOptions(["--rows", "1,4", "--rounds", "3", "--seconds", "2"])).toMatchObject({
    rows: [1, 4],
    rounds: 3,
    seconds: 2,
    save: true,
  });
});

it("keeps no results of a quick run", () => {
  expect(readOptions(["--quick"]).save).toBe(false);
  expect(readOptions(["--no-save"]).save).toBe(false);
});

it.each([
  [["--rows", "10"], "There is no row 10"],
  [["--rounds", "0"], "--rounds takes a whole number"],
  [["--seconds", "soon"], "--seconds takes a whole number"],
  [["--faster"], "--faster"],
])("refuses %j with a sentence", (args, sentence) => {
  expect(() => readOptions(args)).toThrow(sentence);
});
