import { host } from "#host";

import { orAborted } from "../abort";
import type { Credential } from "../credential";
import { Deadline } from "../deadline";
import type { LoginOptions } from "../login-options";
import { startLogin, waitForDecision } from "../pending-login";
import { openPage } from "./open-page";

/** A code in the terminal, a browser anywhere (RFC 8628). */
export async function loginByDeviceCode(options: LoginOptions): Promise<Credential> {
  const pending = await startLogin(options);
  const deadline = new Deadline(pending.prompt.expiresInSeconds * 1000, options.clock, options.wallClock);
  await orAborted(options.onPrompt({ way: "device", ...pending.prompt }), options.signal);
  await openPage(
    options,
    pending.prompt.url,
    host.canOpenBrowser() ? undefined : (host.whyNoLoopback() ?? ""),
  );
  return waitForDecision(pending, options, deadline);
}
