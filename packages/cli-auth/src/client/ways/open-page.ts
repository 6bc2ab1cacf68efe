import { host } from "#host";

import { orAborted } from "../abort";
import type { LoginOptions } from "../login-options";

/** Opens the page, unless that was not wanted or `whyNot` stands against it, and says what came of it. */
export async function openPage(options: LoginOptions, url: string, whyNot?: string): Promise<boolean> {
  const { browser = true, signal, onProgress } = options;
  const because = browser === false ? "as you asked" : typeof browser === "function" ? undefined : whyNot;
  if (because !== undefined) {
    onProgress?.({ kind: "browser", opened: false, because });
    return false;
  }
  const opened = await orAborted(
    typeof browser === "function" ? browser(url) : host.openBrowser(url),
    signal,
  );
  onProgress?.({ kind: "browser", opened });
  return opened;
}
