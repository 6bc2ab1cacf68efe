import { createCaller } from "@alprina/api";
import { getContainer } from "@/server/container";
import { createContext } from "@/server/context";
import { answerLink } from "@/server/revocation-link";

export const dynamic = "force-dynamic";

/**
 * The one button of the page above, as a plain form that needs no script. Where it leads says what came of it, so
 * that loading that again sends nothing again. No cookie has authority here, so no Origin is asked for (and with
 * `no-referrer` a browser would say `null`).
 */
export async function POST(request: Request, { params }: RouteContext<"/revoke/[token]/confirm">) {
  const { token } = await params;
  const container = getContainer();
  const { revocations } = createCaller(createContext(container, request));
  const came = await answerLink(() => revocations.disown({ token })).catch((error: unknown) => {
    container.logger.error({ err: error }, "a device could not be revoked by its link");
    return { kind: "failed" } as const;
  });
  const said = { disowned: "?done", failed: "?failed" } as Record<string, string | undefined>;
  const back = `/revoke/${encodeURIComponent(token)}${said[came.kind] ?? ""}`;
  return new Response(null, { status: 303, headers: { Location: back, "Cache-Control": "no-store" } });
}
