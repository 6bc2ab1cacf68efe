import { isProductError } from "@alprina/api";
import { pino } from "pino";

export type Logger = ReturnType<typeof createLogger>;

/**
 * Structured lines on stderr. What carries a code, a key, a cookie or a password is never handed to it; the
 * redaction is the second net.
 */
export function createLogger(level: string) {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ["*.authorization", "*.cookie", "*.password", "*.token", "*.api_key", "*.device_code"],
        remove: true,
      },
      serializers: { err: serializeError },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

const OUTAGE_LINE_EVERY_MS = 10_000;

/**
 * Logs what went wrong on our side. While the database is away every request says so; a line now and then tells
 * the operator as much as a flood.
 */
export function createFailureLog(logger: Logger): (error: unknown, requestId: string) => void {
  let silentUntil = 0;
  return (error, requestId) => {
    const reason = error instanceof Error ? (isProductError(error) ? error : error.cause) : undefined;
    if (!isProductError(reason)) return logger.error({ err: error, requestId }, "request failed");
    if (Date.now() < silentUntil) return;
    silentUntil = Date.now() + OUTAGE_LINE_EVERY_MS;
    const cause = reason.options.cause;
    logger.warn(
      { requestId, cause: cause instanceof Error ? cause.message.trim() : undefined },
      reason.message,
    );
  };
}

/** Name, message, place and cause; not the enumerable rest, where database errors keep the row that they refused. */
function serializeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return String(error);
  return {
    name: error.name,
    message: error.message,
    code: (error as { code?: unknown }).code,
    stack: error.stack,
    cause: error.cause === undefined || depth > 3 ? undefined : serializeError(error.cause, depth + 1),
  };
}
