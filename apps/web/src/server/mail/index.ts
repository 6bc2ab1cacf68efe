import type { Deps } from "@alprina/api";
import type { Env } from "@/env";
import type { Logger } from "../logger";
import { startCourier, type Courier } from "./courier";
import { createMailer } from "./send";

/** Starts to send mails about new devices; undefined where no mail server is configured. */
export function startMail({
  deps,
  env,
  logger,
  onTried,
}: {
  deps: Deps;
  env: Env;
  logger: Logger;
  /** Hears of each mail that was tried. */
  onTried?: Parameters<typeof startCourier>[0]["onTried"];
}): Courier | undefined {
  return env.mail && startCourier({ deps, logger, onTried, mailer: createMailer(env.mail, env.appName) });
}
