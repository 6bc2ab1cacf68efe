import type { RedisLink } from "../redis";
import type { Events } from "./hub";
import { keepListening, type OpenLine } from "./listening";
import { CHANNEL, toWord } from "./word";

/**
 * In milliseconds. Redis keeps no message for anybody, and a process that dies between its commit and its message has
 * told nobody: what was read so long ago is read again, whatever was heard.
 */
const TRUST_MS = 10_000;

/**
 * Events by the Redis that instances share: what this one changes, it tells after the change. For fleets whose
 * connections to PostgreSQL go through a pooler, where nobody can listen. While Redis is away nothing is live, and
 * everything is read.
 */
export function openRedisEvents(redis: RedisLink): Events {
  const { announce } = createRedisTeller(redis);
  return keepListening({ open: subscribeTo(redis), tell: announce, trustMs: TRUST_MS });
}

/** For a process that tells and does not listen, such as an operator's command. */
export function createRedisTeller({ client }: Pick<RedisLink, "client">) {
  const telling = new Set<Promise<unknown>>();
  return {
    announce: (happening: Parameters<Events["announce"]>[0]): void => {
      // One that is lost is made up for by the time for which others trust what they have read.
      const told = client.publish(CHANNEL, toWord(happening)).catch(() => undefined);
      telling.add(told);
      void told.finally(() => telling.delete(told));
    },
    /** Resolves when all that was announced is on its way, or lost. */
    told: (): Promise<unknown> => Promise.all(telling),
  };
}

const subscribeTo =
  ({ client }: RedisLink): OpenLine =>
  async ({ all, own }, hear) => {
    const subscriber = client.duplicate({
      lazyConnect: true,
      enableOfflineQueue: true,
      // Whoever keeps listening opens another.
      retryStrategy: () => null,
      // It is silent while nothing happens; the heartbeat tells whether it is there.
      socketTimeout: undefined,
    });
    // Tells of itself by its end.
    subscriber.on("error", () => undefined);
    const gone = new Promise<void>((resolve) => subscriber.once("end", () => resolve()));
    const cut = () => subscriber.disconnect();
    subscriber.on("message", hear);
    try {
      await subscriber.connect();
      await subscriber.subscribe(all, own);
    } catch (error) {
      cut();
      throw error;
    }
    return { gone, cut, beat: () => client.publish(own, "") };
  };
