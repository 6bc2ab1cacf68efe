import type { Hono } from "hono";
import type { ErrorBody } from "../protocol/index";
import type { RestOptions } from "./options";
import { allowOnly } from "./methods";

const STOPPING = "Server stopping";
const RETRY_SECONDS = "2";

// Not thrown: this is no failure, and nothing for the log.
const stopping: ErrorBody = {
  error: "temporarily_unavailable",
  error_description: STOPPING,
  detail: STOPPING,
};

/** `/healthz`: the process answers. `/readyz`: it can serve logins, else 503 in the words of `/v1`. */
export function healthRoutes(app: Hono, { checkReady, isStopping }: RestOptions): void {
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) => {
    if (isStopping()) return c.json(stopping, 503, { "Retry-After": RETRY_SECONDS });
    await checkReady();
    return c.json({ status: "ready" });
  });
  allowOnly(app, "/healthz", ["GET"]);
  allowOnly(app, "/readyz", ["GET"]);
}
