import { apiRoute } from "@/server/api-route";
import { safeNextPath } from "@/lib/next-path";
import { readTheme, THEME_COOKIE } from "@/lib/theme";

export const dynamic = "force-dynamic";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The buttons of the footer, as a plain form that needs no script. */
export const POST = apiRoute(async (request, { env }) => {
  const form = await request.formData().catch(() => new FormData());
  const theme = readTheme(form.get("theme"));
  const next = form.get("next");
  const cookie = [
    `${THEME_COOKIE}=${theme}`,
    "Path=/",
    `Max-Age=${theme === "system" ? 0 : YEAR_SECONDS}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(env.publicUrl.startsWith("https:") ? ["Secure"] : []),
  ].join("; ");
  return new Response(null, {
    status: 303,
    headers: {
      Location: safeNextPath(typeof next === "string" ? next : null),
      "Set-Cookie": cookie,
      "Cache-Control": "no-store",
    },
  });
});
