import { apiRoute } from "@/server/api-route";
import { choiceCookie } from "@/server/choice-cookie";
import { ownPath } from "@/lib/next-path";
import { readTheme, THEME_COOKIE } from "@/lib/theme";

export const dynamic = "force-dynamic";

/** The buttons of the footer, as a plain form that needs no script. */
export const POST = apiRoute(async (request, { env }) => {
  const form = await request.formData().catch(() => new FormData());
  const theme = readTheme(form.get("theme"));
  const next = form.get("next");
  return new Response(null, {
    status: 303,
    headers: {
      Location: ownPath(typeof next === "string" ? next : null),
      "Set-Cookie": choiceCookie(THEME_COOKIE, theme === "system" ? null : theme, env.publicUrl),
      "Cache-Control": "no-store",
    },
  });
});
