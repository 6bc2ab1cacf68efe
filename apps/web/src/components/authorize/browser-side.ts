import type { Viewer } from "@/lib/person";

/** The side of the person who decides, as the server sees it. */
export interface BrowserSide {
  viewer: Viewer;
  browser: string | null;
  system: string | null;
  ipAddress: string | null;
  serverIsLocal: boolean;
}
