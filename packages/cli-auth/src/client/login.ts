import { chooseWay } from "./choose-way";
import type { Credential } from "./credential";
import type { LoginOptions } from "./login-options";
import type { Way } from "./progress";
import { signInOnce } from "./sign-in-once";
import { loginByDashboardCode } from "./ways/dashboard";
import { loginByDeviceCode } from "./ways/device";
import { loginByLoopback, NoBrowser } from "./ways/loopback";

/**
 * Signs this device in by the way that fits here (`way` forces one): lets `onPrompt` show what a person has to do, and
 * waits for their decision. With a `store` the key is kept there, and of several processes one signs in for all.
 * @throws {RefusedError} `access_denied`, `expired_token`, `rate_limited` and what else the server refuses.
 * @throws {BadResponseError} the server is not there, or is not one.
 * @throws {MisuseError} an option that cannot be right.
 * @throws the signal's reason, as soon as it aborts.
 */
export async function login<W extends Way = Way>(options: LoginOptions<W>): Promise<Credential> {
  // Only prompts of the way that was forced can come: the wider type is for in here.
  const own = options as unknown as LoginOptions;
  return own.store ? signInOnce(own, own.store, walk) : walk(own);
}

async function walk(options: LoginOptions): Promise<Credential> {
  const { way, because, endpoints } = await chooseWay(options);
  const { onProgress, code } = options;
  onProgress?.({ kind: "way", way, because });
  if (code !== undefined) return loginByDashboardCode({ ...options, code });
  if (!endpoints) return loginByDeviceCode(options);
  try {
    return await loginByLoopback(options, endpoints);
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    onProgress?.({ kind: "way", way: "device", because: "no browser could be opened" });
    return loginByDeviceCode({ ...options, browser: () => false });
  }
}
