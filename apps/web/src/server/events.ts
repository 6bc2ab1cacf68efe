import { createHub, openPostgresEvents, openRedisEvents, type Events, type RedisLink } from "@alprina/api";

/** How this instance hears of what others change: by Redis where there is one, else by the database itself. */
export function openEvents(databaseUrl: string | undefined, redis: RedisLink | undefined): Events {
  if (redis) return openRedisEvents(redis);
  return databaseUrl ? openPostgresEvents({ url: databaseUrl }) : createHub();
}
