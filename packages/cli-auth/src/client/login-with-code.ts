import type { Credential } from "./credential";
import { login } from "./login";
import type { LoginOptions } from "./login-options";

/** Everything of `login` but its choice; the code comes from the settings page. */
export type LoginWithCodeOptions = Omit<LoginOptions<"dashboard">, "way" | "code" | "browser"> & {
  code: string;
};

/**
 * `login` with a code from the dashboard. `onPrompt` is called when the server wants a click on *Connect* there.
 * @throws {RefusedError} status 404: the code is unknown or expired; 400: it was used before; `access_denied`,
 * `expired_token`, `rate_limited` and what else the server refuses.
 */
export function loginWithCode(options: LoginWithCodeOptions): Promise<Credential> {
  return login({ ...options, way: "dashboard" });
}
