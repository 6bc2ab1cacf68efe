import { isProductError } from "@alprina/api";
import { chooseLanguage } from "@/i18n/choose-language";
import { LANGUAGE_COOKIE, readOfferedLanguage } from "@/lib/language";
import { ownPath } from "@/lib/next-path";
import { apiRoute } from "@/server/api-route";
import { choiceCookie } from "@/server/choice-cookie";
import type { Container } from "@/server/container";
import { findSignedIn } from "@/server/session";

export const dynamic = "force-dynamic";

/**
 * The choice in the footer, as a plain form that needs no script. What is no language of ours is the browser's choice.
 * Mails to whoever is signed in are in it, too.
 */
export const POST = apiRoute(async (request, container) => {
  const form = await request.formData().catch(() => new FormData());
  const next = form.get("next");
  const language = readOfferedLanguage(form.get("language"));
  const acceptLanguage = request.headers.get("accept-language");
  await rememberFor(request, container, language ?? chooseLanguage({ cookie: null, acceptLanguage }));
  return new Response(null, {
    status: 303,
    headers: {
      Location: ownPath(typeof next === "string" ? next : null),
      "Set-Cookie": choiceCookie(LANGUAGE_COOKIE, language, container.env.publicUrl),
      "Cache-Control": "no-store",
    },
  });
});

/** The browser keeps the choice whatever becomes of this: without a database, or for another site, nobody is known. */
async function rememberFor(request: Request, container: Container, language: string): Promise<void> {
  try {
    const signedIn = await findSignedIn(container, request, null);
    if (signedIn) await container.deps.store.setLanguage(signedIn.person.id, language);
  } catch (error) {
    if (!isProductError(error)) throw error;
  }
}
