import { LANGUAGE_COOKIE, readOfferedLanguage } from "@/lib/language";
import { ownPath } from "@/lib/next-path";
import { apiRoute } from "@/server/api-route";
import { choiceCookie } from "@/server/choice-cookie";

export const dynamic = "force-dynamic";

/** The choice in the footer, as a plain form that needs no script. What is no language of ours is the browser's choice. */
export const POST = apiRoute(async (request, { env }) => {
  const form = await request.formData().catch(() => new FormData());
  const next = form.get("next");
  return new Response(null, {
    status: 303,
    headers: {
      Location: ownPath(typeof next === "string" ? next : null),
      "Set-Cookie": choiceCookie(LANGUAGE_COOKIE, readOfferedLanguage(form.get("language")), env.publicUrl),
      "Cache-Control": "no-store",
    },
  });
});
