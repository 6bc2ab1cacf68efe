/** The only reader of `process.env`. Empty is the same as not set. */
export interface CliEnv {
  /** `ALPRINA_SERVER`: the server's base URL. */
  server: string | undefined;
  /** `ALPRINA_API_KEY`: used instead of the stored key. */
  apiKey: string | undefined;
  /** `ALPRINA_CONFIG_DIR`: where keys and configuration live. */
  configDir: string | undefined;
  /** `ALPRINA_DEBUG`: errors with their stacks and causes. */
  debug: boolean;
  noColor: boolean;
  forceColor: boolean;
  dumbTerminal: boolean;
  ci: boolean;
  ssh: boolean;
  /** A desktop to open a browser on; other systems than Linux always have one. */
  display: boolean;
}

export function readEnv(env: NodeJS.ProcessEnv = process.env, platform = process.platform): CliEnv {
  return {
    server: env["ALPRINA_SERVER"] || undefined,
    apiKey: env["ALPRINA_API_KEY"]?.trim() || undefined,
    configDir: env["ALPRINA_CONFIG_DIR"] || undefined,
    debug: Boolean(env["ALPRINA_DEBUG"]),
    noColor: Boolean(env["NO_COLOR"]),
    forceColor: Boolean(env["FORCE_COLOR"]) && env["FORCE_COLOR"] !== "0",
    dumbTerminal: env["TERM"] === "dumb",
    ci: "CI" in env,
    ssh: Boolean(env["SSH_CONNECTION"] || env["SSH_TTY"]),
    display:
      platform !== "linux" || Boolean(env["DISPLAY"] || env["WAYLAND_DISPLAY"] || env["WSL_DISTRO_NAME"]),
  };
}
