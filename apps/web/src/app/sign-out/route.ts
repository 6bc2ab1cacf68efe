import { apiRoute } from "@/server/api-route";
import { createContext } from "@/server/context";

export const dynamic = "force-dynamic";

/** The button that ends a browser's session, as a plain form that needs no script. */
export const POST = apiRoute(async (request, container) => {
  // Refuses what another site sent.
  await createContext(container, request).findSignedIn();
  const signedOut = await container.auth?.api.signOut({ headers: request.headers, asResponse: true });
  const headers = new Headers({ Location: "/", "Cache-Control": "no-store" });
  for (const cookie of signedOut?.headers.getSetCookie() ?? []) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
});
