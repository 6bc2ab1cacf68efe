import { isProductError } from "@alprina/api";
import { apiRoute } from "../api-route";
import { CLIENT_IP_HEADER } from "../client-ip";
import type { Container } from "../container";
import { senderAddress } from "../context";
import { ownOrigins } from "../own-origins";
import { refuseOtherSites } from "../session";
import { returnedFormCookie, type FormPage } from "./returned-form";
import { safeNextPath, signInAgain, withNext } from "@/lib/next-path";
import { readShutDoor } from "@/lib/sign-in";

const NO_STORE = { "Cache-Control": "no-store" };

/**
 * The form of this page as the browser sends it without a script. It goes through better-auth's own door, with all
 * that stands before it, and comes back as a redirect: on to where the person was going, or to the page with what was
 * wrong.
 */
export const passwordForm = (page: FormPage) =>
  apiRoute(async (request, container) => {
    try {
      // Another site could else sign a browser in as somebody of its own choosing.
      refuseOtherSites(request, ownOrigins(container.env));
    } catch (error) {
      if (!isProductError(error)) throw error;
      return Response.json({ message: error.message }, { status: 403, headers: NO_STORE });
    }
    const form = await request.formData().catch(() => new FormData());
    const field = (name: string) => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    const [email, name, next] = [field("email").trim(), field("name").trim(), safeNextPath(field("next"))];
    const reply = await knock(container, request, page, {
      ...{ email, password: field("password") },
      ...(page === "/sign-up" && { name }),
    });
    if (reply.ok) return goTo(next, reply.headers.getSetCookie());
    const returned = {
      door: await readShutDoor(reply),
      email: email.slice(0, 320),
      name: name.slice(0, 320),
    };
    const isHttps = container.env.publicUrl.startsWith("https:");
    const back = page === "/sign-in" && field("again") === "1" ? signInAgain(next) : withNext(page, next);
    return goTo(back, [returnedFormCookie(page, returned, isHttps)]);
  });

/** The same call that the script of the page makes. */
async function knock(
  container: Container,
  request: Request,
  page: FormPage,
  body: object,
): Promise<Response> {
  if (!container.auth) return Response.json({}, { status: 503 });
  const headers = new Headers({ "Content-Type": "application/json", Origin: container.env.publicUrl });
  for (const name of ["cookie", "user-agent"]) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const address = senderAddress(container, request.headers);
  if (address) headers.set(CLIENT_IP_HEADER, address);
  return container.auth.handler(
    new Request(`${container.env.publicUrl}/api/auth${page}/email`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    }),
  );
}

function goTo(path: string, setCookies: string[]): Response {
  const headers = new Headers({ ...NO_STORE, Location: path });
  for (const cookie of setCookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}
