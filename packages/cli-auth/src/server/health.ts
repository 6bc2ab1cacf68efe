import type { Hono } from "hono";
import type { RestOptions } from "./options";
import { allowOnly } from "./methods";

/** `/healthz`: the process answers. `/readyz`: it can serve logins, else 503 in the words of `/v1`. */
export function healthRoutes(app: Hono, { checkReady }: RestOptions): void {
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) => {
    await checkReady();
    return c.json({ status: "ready" });
  });
  allowOnly(app, "/healthz", ["GET"]);
  allowOnly(app, "/readyz", ["GET"]);
}
