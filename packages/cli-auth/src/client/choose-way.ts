import { host } from "#host";

import type { Endpoints } from "./discover";
import { discover } from "./discover";
import { BadResponseError, MisuseError, RefusedError } from "./errors";
import type { LoginOptions } from "./login-options";
import type { Way } from "./progress";
import { withRetries } from "./retry";

export interface Choice {
  way: Way;
  because: string;
  /** Known where the way needs them. */
  endpoints?: Endpoints;
}

/**
 * The best way that can work here: no code to compare where a browser finds back to this process, else a code.
 * @throws {MisuseError} options that contradict each other.
 * @throws what discovery throws, when `loopback` is forced.
 */
export async function chooseWay(options: LoginOptions): Promise<Choice> {
  const { way, code, browser } = options;
  if (way === "dashboard" && code === undefined) {
    throw new MisuseError("The way is dashboard, but there is no code: get one on the settings page.");
  }
  if (code !== undefined && way !== undefined && way !== "dashboard") {
    throw new MisuseError(`A dashboard code was given, and the way is ${way}: leave one of the two out.`);
  }
  if (code !== undefined) return { way: "dashboard", because: "a code was given" };
  if (way === "device") return { way, because: "it was asked for" };
  if (way === "loopback") return { way, because: "it was asked for", endpoints: await find(options) };

  const whyNot = browser === false ? "no browser is to be opened here" : host.whyNoLoopback();
  if (whyNot !== undefined) return { way: "device", because: whyNot };
  try {
    return { way: "loopback", because: "a browser can be opened here", endpoints: await find(options) };
  } catch (error) {
    // An older server, or one that is reached by another name than its own: the code works there as well.
    if (error instanceof RefusedError && error.status === 404) {
      return { way: "device", because: "the server does not say how else" };
    }
    if (
      error instanceof BadResponseError &&
      ["wrong-issuer", "wrong-shape", "not-json"].includes(error.reason)
    ) {
      return { way: "device", because: "the server goes by another address" };
    }
    throw error;
  }
}

const find = (options: LoginOptions) => withRetries(options, () => discover(options));
