import "server-only";
import { headers } from "next/headers";
import type { Person } from "@alprina/api";
import type { BrowserSide } from "@/components/authorize/browser-side";
import { publicConfig } from "@/env";
import { isLocalServer } from "@/lib/addresses";
import { viewerOf } from "@/lib/person";
import { readUserAgent } from "@/lib/user-agent";
import { CLIENT_IP_HEADER } from "./client-ip";

/** What is known of the browser that asks for this page, and of who sits before it. */
export async function browserSide(person: Person): Promise<BrowserSide> {
  const request = await headers();
  return {
    viewer: viewerOf(person),
    ...readUserAgent(request.get("user-agent")),
    ipAddress: request.get(CLIENT_IP_HEADER) || null,
    serverIsLocal: isLocalServer(publicConfig().publicUrl),
  };
}
