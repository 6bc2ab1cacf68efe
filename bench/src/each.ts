/** Calls `work` for every item, `atOnce` at a time; each of these hands in its number. */
export async function forEach<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number, lane: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (_: unknown, number: number) => {
    while (next < items.length) {
      const index = next++;
      await work(items[index] as Item, index, number);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
}
