import { publicConfig } from "@/env";
import { currentLanguage, translations } from "@/i18n/request";
import { safeNextPath, signInAgain, withNext } from "@/lib/next-path";
import { readShutDoor } from "@/lib/sign-in";
import { apiRoute } from "../api-route";
import { escapeHtml } from "../escape-html";
import { goTo, knock, readFields, refuseForeignForm } from "./form-door";
import { returnedFormCookie } from "./returned-form";

/**
 * The button of an identity provider as the browser sends it without a script: on to the provider, or back to the
 * page with what was wrong.
 */
export const providerForm = apiRoute(async (request, container) => {
  const foreign = refuseForeignForm(request, container);
  if (foreign) return foreign;
  const { publicUrl } = container.env;
  const field = await readFields(request);
  const next = safeNextPath(field("next"));
  const back = field("again") === "1" ? signInAgain(next) : withNext("/sign-in", next);
  const provider = field("provider").slice(0, 64);
  const reply = await knock(container, request, "/sign-in/social", {
    provider,
    callbackURL: publicUrl + next,
    errorCallbackURL: publicUrl + back,
    disableRedirect: true,
  });
  const { url } = (await reply
    .clone()
    .json()
    .catch(() => ({}))) as { url?: string };
  if (reply.ok && url) return leaveFor(url, provider, reply.headers.getSetCookie());
  const returned = { door: await readShutDoor(reply), email: "", name: "" };
  return goTo(back, [returnedFormCookie("/sign-in", returned, publicUrl.startsWith("https:"))]);
});

/**
 * A page that leaves at once. A redirect would not do: our Content-Security-Policy lets forms lead nowhere else, and
 * browsers hold a form's redirects to it as well.
 */
async function leaveFor(url: string, provider: string, setCookies: string[]): Promise<Response> {
  const { providers } = publicConfig().signInWays;
  const name = providers.find(({ id }) => id === provider)?.name ?? provider;
  const words = escapeHtml((await translations("session"))("continueWith", { name }));
  const address = escapeHtml(url);
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  for (const cookie of setCookies) headers.append("Set-Cookie", cookie);
  return new Response(
    `<!doctype html><html lang="${await currentLanguage()}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="0;url=${address}"><title>${words}</title><p><a href="${address}">${words}</a></p></html>`,
    { headers },
  );
}
