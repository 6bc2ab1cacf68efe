import { describeSource, type Caller, type Person } from "@alprina/api";
import type { BrowserSide } from "@/components/authorize/browser-side";
import { viewerOf } from "@/lib/person";
import { readUserAgent } from "@/lib/user-agent";
import { getContainer } from "./container";
import { senderAddress } from "./context";

/** What is known of the browser that sent these headers, and of who sits before it. */
export async function browserSideOf(person: Person, headers: Headers, api: Caller): Promise<BrowserSide> {
  const container = getContainer();
  const [operator, mustSignInAgain] = await Promise.all([api.me.operator(), api.me.mustSignInAgain()]);
  return {
    viewer: viewerOf(person, operator),
    ...readUserAgent(headers.get("user-agent")),
    source: describeSource(senderAddress(container, headers) || null, container.deps.findPlace),
    serverIsLocal: container.env.isLocal,
    mustSignInAgain,
  };
}
