import type { PrismaClient } from "@alprina/db";

export function sourceBlockStore(prisma: PrismaClient) {
  return {
    /** Until when this source may start no login; null when it may. */
    async findSourceBlock(source: string, now: Date): Promise<Date | null> {
      const block = await prisma.sourceBlock.findUnique({ where: { source } });
      return block && block.until > now ? block.until : null;
    },

    /** Blocks a source. One that is blocked for longer already stays so. */
    async blockSource(source: string, until: Date, now: Date): Promise<void> {
      await prisma.$executeRaw`
        INSERT INTO source_block (source, until, created_at) VALUES (${source}, ${until}, ${now})
        ON CONFLICT (source) DO UPDATE SET until = GREATEST(source_block.until, excluded.until)`;
    },

    /** Removes the blocks that are over. */
    async forgetSourceBlocks(now: Date): Promise<void> {
      await prisma.sourceBlock.deleteMany({ where: { until: { lt: now } } });
    },

    /** Removes what better-auth counted of addresses that were last heard of before `before`, or after `beyond`. */
    async forgetSignInCounts(before: Date, beyond: Date): Promise<void> {
      const heard = [{ lastRequest: { lt: before.getTime() } }, { lastRequest: { gt: beyond.getTime() } }];
      await prisma.rateLimit.deleteMany({ where: { OR: heard } });
    },
  };
}
