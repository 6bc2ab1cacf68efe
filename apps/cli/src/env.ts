/** The only reader of `process.env`, besides the SDK for what is the same in every brand. Empty is as good as not set. */
export interface CliEnv {
  /** `ALPRINA_DEBUG`: errors with their stacks and causes. */
  debug: boolean;
  noColor: boolean;
  forceColor: boolean;
  dumbTerminal: boolean;
  /** A console that shows more than ASCII. */
  unicode: boolean;
  ci: boolean;
  ssh: boolean;
  /** A desktop whose clipboard can be reached. */
  wayland: boolean;
  display: boolean;
  /** Terminals inside others, which pass on what they do not know only when it is wrapped. */
  tmux: boolean;
}

export function readEnv(env: NodeJS.ProcessEnv = process.env, platform = process.platform): CliEnv {
  return {
    debug: Boolean(env["ALPRINA_DEBUG"]),
    noColor: Boolean(env["NO_COLOR"]),
    forceColor: Boolean(env["FORCE_COLOR"]) && env["FORCE_COLOR"] !== "0",
    dumbTerminal: env["TERM"] === "dumb",
    unicode: platform === "win32" ? isModernConsole(env) : env["TERM"] !== "linux",
    ci: "CI" in env,
    ssh: Boolean(env["SSH_CONNECTION"] || env["SSH_TTY"]),
    wayland: Boolean(env["WAYLAND_DISPLAY"]),
    display: Boolean(env["DISPLAY"]),
    tmux: Boolean(env["TMUX"]),
  };
}

/** The old console of Windows has a code page of its own, in which our marks are other letters. */
function isModernConsole(env: NodeJS.ProcessEnv): boolean {
  return Boolean(
    env["WT_SESSION"] ||
    env["ConEmuTask"] ||
    env["TERM_PROGRAM"] === "vscode" ||
    /^(xterm|alacritty)/.test(env["TERM"] ?? ""),
  );
}
