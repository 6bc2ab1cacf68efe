import { isAPIError } from "better-auth/api";
import type { Auth } from "../auth";

const AGAIN_AFTER_SECONDS = "2";

/**
 * better-auth's answer. What it counts attempts with is asked before its own care for errors begins: a database that
 * is away then is a 503 here, as everywhere else.
 */
export async function askAuth(auth: Auth, request: Request): Promise<Response> {
  try {
    return await auth.handler(request);
  } catch (error) {
    if (!isAPIError(error) || error.status !== "SERVICE_UNAVAILABLE") throw error;
    return Response.json(error.body, {
      status: 503,
      headers: { "Retry-After": AGAIN_AFTER_SECONDS, "Cache-Control": "no-store" },
    });
  }
}
