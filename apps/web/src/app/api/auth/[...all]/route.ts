import { apiRoute } from "@/server/api-route";
import { CLIENT_IP_HEADER } from "@/server/client-ip";
import { senderAddress } from "@/server/context";
import { askAuth } from "@/server/sign-in/ask-auth";

export const dynamic = "force-dynamic";

/** better-auth, which reads the client's address from one header: ours, whatever the client sent under its name. */
const handler = apiRoute(async (request, container) => {
  if (!container.auth) return Response.json({ message: "Database not configured" }, { status: 503 });
  const address = senderAddress(container, request.headers);
  const headers = new Headers(request.headers);
  headers.delete(CLIENT_IP_HEADER);
  if (address) headers.set(CLIENT_IP_HEADER, address);
  return askAuth(container.auth, new Request(request, { headers }));
});

export { handler as GET, handler as POST };
