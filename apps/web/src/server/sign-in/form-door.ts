import { isProductError } from "@alprina/api";
import { CLIENT_IP_HEADER } from "../client-ip";
import type { Container } from "../container";
import { senderAddress } from "../context";
import { ownOrigins } from "../own-origins";
import { refuseOtherSites } from "../session";
import { askAuth } from "./ask-auth";

const NO_STORE = { "Cache-Control": "no-store" };

/** The answer to a form that another site sent, which could else sign a browser in as somebody of its choosing. */
export function refuseForeignForm(request: Request, { env }: Container): Response | null {
  try {
    refuseOtherSites(request, ownOrigins(env));
    return null;
  } catch (error) {
    if (!isProductError(error)) throw error;
    return Response.json({ message: error.message }, { status: 403, headers: NO_STORE });
  }
}

/** The fields of a form, each empty when it is not there. */
export async function readFields(request: Request): Promise<(name: string) => string> {
  const form = await request.formData().catch(() => new FormData());
  return (name) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
}

/** The call to better-auth that the script of the page makes as well, with all that stands before it. */
export async function knock(
  container: Container,
  request: Request,
  path: string,
  body: object,
): Promise<Response> {
  if (!container.auth) return Response.json({}, { status: 503 });
  const headers = new Headers({ "Content-Type": "application/json", Origin: container.env.publicUrl });
  for (const name of ["cookie", "user-agent", "accept-language"]) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const address = senderAddress(container, request.headers);
  if (address) headers.set(CLIENT_IP_HEADER, address);
  return askAuth(
    container.auth,
    new Request(`${container.env.publicUrl}/api/auth${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    }),
  );
}

/** On to another page, so that loading it again sends nothing again. */
export function goTo(path: string, setCookies: string[]): Response {
  const headers = new Headers({ ...NO_STORE, Location: path });
  for (const cookie of setCookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}
