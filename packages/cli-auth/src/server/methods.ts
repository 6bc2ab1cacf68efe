import type { Hono } from "hono";
import { WireError } from "./wire-error";

/** Refuses every other method on `path`, and says which there are. Call it after the routes themselves. */
export function allowOnly(app: Hono, path: string, methods: string[]): void {
  const allow = methods.includes("GET") ? [...methods, "HEAD"] : methods;
  app.all(path, (c) => {
    throw new WireError(
      405,
      "method_not_allowed",
      `${c.req.method} is not allowed here. Use ${methods.join(" or ")}.`,
      {
        headers: { Allow: allow.join(", ") },
      },
    );
  });
}
