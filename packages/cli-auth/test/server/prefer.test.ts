import { expect, it } from "vitest";
import { preferredWait } from "../../src/server/prefer";

it.each([
  [null, undefined],
  ["", undefined],
  ["wait=20", 20],
  [" Wait = 7 ", 7],
  ['wait="3"', 3],
  ["respond-async, wait=10; foo=bar", 10],
  ["wait=5, wait=9", 5],
  ["wait=600", 25],
  ["wait=0", undefined],
  ["wait=-1", undefined],
  ["wait=1.5", undefined],
  ["wait", undefined],
  ["handling=lenient", undefined],
])("Prefer: %s is read as %s seconds", (prefer, seconds) => {
  expect(preferredWait(prefer)).toBe(seconds);
});
