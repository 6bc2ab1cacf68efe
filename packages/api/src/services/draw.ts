const ATTEMPTS = 5;

/**
 * Draws codes until one is free. With billions of codes the second draw is already a rarity, so that five
 * without luck mean a fault and not a full house.
 */
export async function drawUntilFree<Code>(
  draw: () => Code,
  store: (code: Code) => Promise<boolean>,
): Promise<Code> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const code = draw();
    if (await store(code)) return code;
  }
  throw new Error(`No free code in ${ATTEMPTS} draws`);
}
