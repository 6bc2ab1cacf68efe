import fc from "fast-check";
import { expect, test } from "vitest";

import { createBoundedMap } from "../../src/verifier/bounded-map";

/** The same, so plainly that it is right: a list, the oldest first. */
function plainly(max: number) {
  let entries: [string, number][] = [];
  const take = (name: string) => {
    const found = entries.find(([one]) => one === name);
    entries = entries.filter(([one]) => one !== name);
    return found?.[1];
  };
  const put = (name: string, value: number) => {
    take(name);
    entries = [...entries, [name, value] as [string, number]].slice(-max);
  };
  return {
    get(name: string) {
      const value = take(name);
      if (value !== undefined) put(name, value);
      return value;
    },
    set: put,
    delete: (name: string) => void take(name),
  };
}

test("a bounded map forgets what was not used for longest, and nothing else", () => {
  const step = fc.record({
    verb: fc.constantFrom("get", "set", "delete"),
    name: fc.constantFrom(..."abcdef"),
    value: fc.nat(),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 60 }), (max, steps) => {
      const [map, model] = [createBoundedMap<number>(max), plainly(max)];
      for (const { verb, name, value } of steps) {
        if (verb === "get") expect(map.get(name)).toBe(model.get(name));
        else if (verb === "set") [map, model].forEach((one) => one.set(name, value));
        else [map, model].forEach((one) => one.delete(name));
      }
      for (const name of "abcdef") expect(map.get(name)).toBe(model.get(name));
    }),
  );
});
