/**
 * The paths that there are, each with the name that logs, metrics and traces know it by. A path is never named by
 * itself: codes and ids stand in some, and whoever asks can write anything into one.
 */
const exactly = [
  "/v1/auth/device",
  "/v1/auth/device/token",
  "/v1/auth/device/authorize",
  "/v1/auth/dashboard-code",
  "/v1/auth/cli-verify",
  "/v1/auth/devices",
  "/v1/auth/me",
  "/v1/auth/logout",
  "/oauth/device_authorization",
  "/oauth/token",
  "/oauth/authorize",
  "/oauth/revoke",
  "/oauth/introspect",
  "/oauth/jwks",
  "/oauth/userinfo",
  "/.well-known/oauth-authorization-server",
  "/.well-known/openid-configuration",
  "/healthz",
  "/readyz",
  "/openapi.json",
  "/metrics",
  "/",
  "/authorize",
  "/sign-in",
  "/sign-up",
  "/sign-out",
  "/docs",
  "/docs/api",
  "/settings",
  "/admin",
  "/theme",
  "/design",
] as const;

/** The first that fits. */
const byBeginning = [
  ["/v1/auth/devices/", "/v1/auth/devices/{id}"],
  ["/api/trpc/", "/api/trpc"],
  ["/api/auth/", "/api/auth"],
  ["/authorize/", "/authorize/{login}"],
  ["/settings/", "/settings"],
  ["/admin/", "/admin"],
  ["/docs/", "/docs/{guide}"],
  // The forms, as a browser without a script sends them.
  ["/sign-in/", "/sign-in"],
  ["/sign-up/", "/sign-up"],
  ["/revoke/", "/revoke/{token}"],
  ["/brand/", "/brand/{file}"],
  ["/_next/", "/_next"],
] as const;

const OTHER = "other";

export type Route = (typeof exactly)[number] | (typeof byBeginning)[number][1] | typeof OTHER;

export const routes = new Set<Route>([...exactly, ...byBeginning.map(([, route]) => route), OTHER]);

const known = new Map<string, Route>(exactly.map((path) => [path, path]));

/** The name of the path of `target`, a path with or without a query. */
export function routeOf(target: string): Route {
  const end = target.indexOf("?");
  const path = end < 0 ? target : target.slice(0, end);
  // As the REST handler reads it: a slash at the end changes nothing.
  const named = known.get(path) ?? (path.endsWith("/") ? known.get(path.slice(0, -1)) : undefined);
  return named ?? byBeginning.find(([beginning]) => path.startsWith(beginning))?.[1] ?? OTHER;
}

const frequent = new Set<Route>([
  "/v1/auth/device/token",
  "/oauth/token",
  "/v1/auth/me",
  "/oauth/introspect",
  "/healthz",
  "/readyz",
  "/metrics",
  "/_next",
]);

/** Whether it comes every few seconds from everywhere, so that a log of the rest is better off without it. */
export const isFrequent = (route: Route): boolean => frequent.has(route);
