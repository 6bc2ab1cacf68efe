import type { Source } from "@alprina/api";
import type { Viewer } from "@/lib/person";

/** The side of the person who decides, as the server sees it. */
export interface BrowserSide {
  viewer: Viewer;
  browser: string | null;
  system: string | null;
  source: Source;
  /** Served to its own machine alone, so what comes from there is this computer. */
  serverIsLocal: boolean;
  /** The person signed in too long ago to approve anything. */
  mustSignInAgain: boolean;
}
