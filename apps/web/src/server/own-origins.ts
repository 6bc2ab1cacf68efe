import type { Env } from "@/env";

/**
 * The origins that our own pages are served from: PUBLIC_URL's, and on one's own machine any of its names, because
 * the pages work by each. A change that comes with a cookie must come from one of them.
 */
export function ownOrigins({ isLocal, publicUrl }: Pick<Env, "isLocal" | "publicUrl">): string[] {
  if (!isLocal) return [publicUrl];
  const { protocol, port } = new URL(publicUrl);
  return [
    publicUrl,
    ...["localhost", "127.0.0.1", "[::1]"].map((host) => `${protocol}//${host}${port && `:${port}`}`),
  ];
}
