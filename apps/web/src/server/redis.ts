import { openRedis, type RedisLink } from "@alprina/api";
import type { Logger } from "./logger";

/** The operator's Redis, whose coming and going is a line in the log each time, and not one for every request. */
export function connectRedis(url: string, logger: Logger): RedisLink {
  return openRedis(url, {
    onAway: (reason) =>
      logger.warn(
        { reason },
        "The Redis at REDIS_URL does not answer. PostgreSQL counts attempts until it does.",
      ),
    // As loud as the line that it puts an end to.
    onBack: () => logger.warn("The Redis at REDIS_URL answers again, and counts attempts."),
  });
}
