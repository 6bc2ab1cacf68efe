import { describe, expect, it } from "vitest";
import { call, expectRefusal } from "../support/call";
import { hosts } from "../support/hosts";
import { deviceReply, read } from "../support/wire";
import { textWith } from "../support/matchers";

const allowed: { path: string; allow: string[] }[] = [
  { path: "/v1/auth/device", allow: ["POST"] },
  { path: "/v1/auth/device/token", allow: ["POST"] },
  { path: "/v1/auth/device/authorize", allow: ["POST"] },
  { path: "/v1/auth/dashboard-code", allow: ["POST"] },
  { path: "/v1/auth/cli-verify", allow: ["POST"] },
  { path: "/v1/auth/logout", allow: ["POST"] },
  { path: "/v1/auth/devices", allow: ["GET", "HEAD"] },
  { path: "/v1/auth/me", allow: ["GET", "HEAD"] },
  { path: "/v1/auth/devices/00000000-0000-4000-8000-000000000000", allow: ["PATCH", "DELETE"] },
  { path: "/healthz", allow: ["GET", "HEAD"] },
];

describe.each(hosts)("$kind: paths and methods", (host) => {
  it.each(allowed)("$path answers other methods with 405 and Allow", async ({ path, allow }) => {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
      if (allow.includes(method)) continue;
      const reply = await call(host, method, path);
      expect(reply.status, method).toBe(405);
      expect(reply.headers.allow?.split(", ").sort()).toEqual([...allow].sort());
      expectRefusal(reply, 405, textWith(method));
    }
  });

  it("answers methods that nobody uses with 405, too", async () => {
    // Next itself refuses methods that it does not know.
    for (const method of host.kind === "front door" ? ["OPTIONS", "PROPFIND", "SEARCH"] : ["OPTIONS"]) {
      const reply = await call(host, method, "/v1/auth/device");
      expect({ method, status: reply.status, allow: reply.headers.allow }).toEqual({
        method,
        status: 405,
        allow: "POST",
      });
    }
  });

  it("answers HEAD as GET, without the body", async () => {
    for (const [path, status] of Object.entries({ "/healthz": 200, "/readyz": 200, "/v1/auth/me": 401 })) {
      const reply = await call(host, "HEAD", path);
      expect([path, reply.status, reply.text]).toEqual([path, status, ""]);
    }
    expect((await call(host, "HEAD", "/v1/auth/device")).status).toBe(405);
  });

  it.each([
    "/v1/auth",
    "/v1/auth/nothing",
    "/v1/auth/device/token/more",
    "/v1/Auth/Device",
    "/v1/auth/devices/a/b",
  ])("%s is not there: 404 in JSON", async (path) => {
    for (const method of ["GET", "POST"]) expectRefusal(await call(host, method, path), 404, "Not Found");
  });

  it.each(["/v1", "/v1/"])("%s is not there either", async (path) => {
    expectRefusal(await call(host, "GET", path), 404, "Not Found");
  });

  it("answers a trailing slash without a redirect", async () => {
    read(await call(host, "POST", "/v1/auth/device/"), deviceReply);
    expectRefusal(
      await call(host, "POST", "/v1/auth/device/token/", { json: { device_code: "a" } }),
      404,
      "Invalid device code",
    );
    expect((await call(host, "GET", "/v1/auth/devices/")).status).toBe(401);
    expect((await call(host, "GET", "/v1/auth/me/")).status).toBe(401);
  });

  it("ignores a query", async () => {
    read(await call(host, "POST", "/v1/auth/device?user_code=a"), deviceReply);
  });

  // Next itself redirects these before any route of ours is asked.
  it.runIf(host.kind === "front door")(
    "answers a base URL with a slash at its end without a redirect",
    async () => {
      read(await call(host, "POST", "//v1/auth/device"), deviceReply);
      read(await call(host, "POST", "///v1/auth/device/"), deviceReply);
      expect((await call(host, "GET", "//v1/auth/me?a=1")).status).toBe(401);
    },
  );

  it("gives each reply an id of its own", async () => {
    const replies = await Promise.all(Array.from({ length: 5 }, () => call(host, "GET", "/healthz")));
    expect(new Set(replies.map((reply) => reply.headers["x-request-id"])).size).toBe(5);
    expect(replies[0]?.body).toEqual({ status: "ok" });
  });

  it("says that it is ready", async () => {
    const reply = await call(host, "GET", "/readyz");
    expect({ status: reply.status, body: reply.body }).toEqual({ status: 200, body: { status: "ready" } });
  });
});
