import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { openArena, type Arena } from "./arena";
import { CAST, moves, newModel, play, type Real } from "./model";

const SEQUENCES = 60;
const LENGTH = 60;

let arena: Arena;
beforeAll(async () => {
  arena = await openArena();
});

it("does what the state machine says, whatever several people and command lines do in whatever order", async () => {
  const move = fc.record({
    what: fc.constantFrom(...moves),
    who: fc.constantFrom(...CAST),
    // The newest ones are the most interesting: small numbers come often.
    index: fc.nat({ max: 8 }),
  });
  const sequences = fc.asyncProperty(
    fc.array(move, { minLength: 10, maxLength: LENGTH, size: "max" }),
    async (steps) => {
      const real = await newReal();
      const model = newModel();
      for (const step of steps) await play(model, real, step);
    },
  );
  await fc.assert(sequences, { numRuns: SEQUENCES });
  await arena.expectSoundTables();
  // A run that made no keys would have shown nothing.
  expect(await arena.product.database.prisma.apiKey.count()).toBeGreaterThan(10);
});

/** Fresh people for each sequence, on the same tables. */
async function newReal(): Promise<Real> {
  const product = arena.product;
  const [ada, grace, mallory] = await Promise.all(CAST.map(async () => (await arena.newcomer()).ada));
  if (!ada || !grace || !mallory) throw new Error("The cast is incomplete");
  return { product, people: { ada, grace, mallory }, logins: [], codes: [], keys: [] };
}
