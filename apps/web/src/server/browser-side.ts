import "server-only";
import { headers } from "next/headers";
import { describeSource, type Person } from "@alprina/api";
import type { BrowserSide } from "@/components/authorize/browser-side";
import { viewerOf } from "@/lib/person";
import { readUserAgent } from "@/lib/user-agent";
import { serverCaller } from "@/trpc/server";
import { getContainer } from "./container";
import { senderAddress } from "./context";

/** What is known of the browser that asks for this page, and of who sits before it. */
export async function browserSide(person: Person): Promise<BrowserSide> {
  const request = await headers();
  const container = getContainer();
  const api = await serverCaller();
  return {
    viewer: viewerOf(person),
    ...readUserAgent(request.get("user-agent")),
    source: describeSource(senderAddress(container, request) || null, container.deps.findPlace),
    serverIsLocal: container.env.isLocal,
    mustSignInAgain: await api.me.mustSignInAgain(),
  };
}
