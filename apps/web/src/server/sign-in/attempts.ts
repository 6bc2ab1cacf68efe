import { isProductError, type Sender, type SignInAttempt } from "@alprina/api";
import { APIError } from "better-auth/api";
import { CLIENT_IP_HEADER } from "../client-ip";

/** The sign-ins by password that are under way, by the request that brought them. */
export type Attempts = WeakMap<Request, SignInAttempt>;

export function senderOf({ headers }: Pick<Request, "headers">): Sender {
  return { ipAddress: headers.get(CLIENT_IP_HEADER), userAgent: headers.get("user-agent") };
}

/**
 * As better-auth's own limit answers, which a right and a wrong secret meet alike; and a database that is away as it is
 * said everywhere else.
 */
export function explainRefusal(error: unknown): never {
  if (!isProductError(error)) throw error;
  if (error.code === "database-unavailable") {
    throw new APIError("SERVICE_UNAVAILABLE", { code: "DATABASE_UNAVAILABLE", message: error.message });
  }
  if (error.code !== "over-budget") throw error;
  const seconds = String(error.options.retryAfterSeconds ?? 60);
  throw new APIError(
    "TOO_MANY_REQUESTS",
    { code: "TOO_MANY_REQUESTS", message: error.message },
    { "Retry-After": seconds, "X-Retry-After": seconds },
  );
}
