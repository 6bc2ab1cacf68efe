import { isProductError } from "@alprina/api";
import { pino } from "pino";
import { mask } from "./mask";
import { currentRequestId } from "./observe/current-request";

export type Logger = ReturnType<typeof createLogger>;

/**
 * Structured lines on stderr. What carries a code, a key, a cookie or a password is never handed to it; fields with
 * such a name are left out nevertheless, and what looks like one is masked in whatever is written.
 */
export function createLogger(level: string, destination = pino.destination({ dest: 2, sync: true })) {
  return pino(
    {
      level,
      base: undefined,
      // Whoever logs while a request is answered, better-auth too: the line says which.
      mixin: () => {
        const requestId = currentRequestId();
        return requestId === undefined ? {} : { requestId };
      },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true },
      serializers: { err: serializeError },
      hooks: { streamWrite: mask },
    },
    destination,
  );
}

const SECRET_FIELDS = [
  ...["authorization", "cookie", "password", "newPassword", "currentPassword", "secret"],
  ...["token", "access_token", "refresh_token", "id_token", "client_secret", "code_verifier"],
  ...["api_key", "apiKey", "device_code", "deviceCode", "user_code", "userCode", "cli_code", "cliCode"],
];

const OUTAGE_LINE_EVERY_MS = 10_000;

/**
 * Logs what went wrong on our side. While the database is away every request says so; a line now and then tells
 * the operator as much as a flood.
 */
export function createFailureLog(
  logger: Logger,
): (error: unknown, requestId: string | undefined, more?: { route: string }) => void {
  let silentUntil = 0;
  return (error, requestId, more) => {
    const reason = isProductError(error) ? error : error instanceof Error ? error.cause : undefined;
    // Without one here the logger itself may know it.
    const about = { ...(requestId !== undefined && { requestId }), ...more };
    if (!isProductError(reason)) return logger.error({ err: error, ...about }, "request failed");
    if (performance.now() < silentUntil) return;
    silentUntil = performance.now() + OUTAGE_LINE_EVERY_MS;
    const cause = reason.options.cause;
    logger.warn(
      { ...about, cause: cause instanceof Error ? cause.message.trim() : undefined },
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
