import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** What the SDK reads of the environment, and the only place where it does. Empty is the same as not set. */
export interface HostEnv {
  httpProxy: string | undefined;
  httpsProxy: string | undefined;
  /** Hosts that are reached without the proxy, with commas between. */
  noProxy: string;
  /** PEM files of authorities to trust besides the usual ones. */
  authorityFiles: string[];
  /** The program that opens pages, when the person or their editor named one. */
  browser: string | undefined;
  ssh: boolean;
  container: boolean;
  ci: boolean;
  /** A desktop to open a browser on. */
  display: boolean;
  wsl: boolean;
}

export function readHostEnv(env: NodeJS.ProcessEnv = process.env, platform = process.platform): HostEnv {
  const read = (...names: string[]) => names.map((name) => env[name]?.trim()).find(Boolean);
  const wsl = Boolean(read("WSL_DISTRO_NAME"));
  return {
    // In capitals, HTTP_PROXY could be a header that somebody sent to a CGI script; every other tool reads it, too.
    httpProxy: read("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"),
    httpsProxy: read("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"),
    noProxy: read("no_proxy", "NO_PROXY") ?? "",
    authorityFiles: [read("NODE_EXTRA_CA_CERTS"), read("SSL_CERT_FILE")].filter((file) => file !== undefined),
    browser: read("BROWSER"),
    ssh: Boolean(read("SSH_CONNECTION", "SSH_TTY")),
    container: Boolean(read("container", "KUBERNETES_SERVICE_HOST", "CODESPACES")) || isContainer(platform),
    ci: Boolean(read("CI")),
    display: platform !== "linux" || wsl || Boolean(read("DISPLAY", "WAYLAND_DISPLAY")),
    wsl,
  };
}

/** Where a Linux desktop's services are asked. */
export function sessionBusAddress(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env["DBUS_SESSION_BUS_ADDRESS"] || undefined;
}

function isContainer(platform: NodeJS.Platform): boolean {
  return platform === "linux" && ["/.dockerenv", "/run/.containerenv"].some((file) => existsSync(file));
}

/** What a branded command line reads of the environment, by its own prefix: `ACME_API_KEY` and its kin. */
export interface BrandEnv {
  /** `_API_KEY`: used instead of a stored key, as in CI. */
  apiKey: string | undefined;
  /** `_SERVER`: another server than the one that it ships with. */
  server: string | undefined;
  /** `_PROFILE`: which of several accounts. */
  profile: string | undefined;
  /** `_CONFIG_DIR`: where its logins are kept. */
  configDir: string | undefined;
  /** `_KEYCHAIN=off`: keys in the file, even where a keychain works. */
  keychainOff: boolean;
}

export function readBrandEnv(prefix: string, env: NodeJS.ProcessEnv = process.env): BrandEnv {
  const read = (name: string) => env[`${prefix}_${name}`]?.trim() || undefined;
  return {
    apiKey: read("API_KEY"),
    server: read("SERVER"),
    profile: read("PROFILE"),
    configDir: read("CONFIG_DIR"),
    keychainOff: /^(off|0|no|false)$/i.test(read("KEYCHAIN") ?? ""),
  };
}

/** The folder that this system has for the settings of a program, in the home of whoever runs it. */
export function settingsFolder(
  name: string,
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string {
  const home = homedir();
  if (platform === "darwin") return path.join(home, "Library", "Preferences", name);
  if (platform === "win32")
    return path.join(env["APPDATA"] || path.join(home, "AppData", "Roaming"), name, "Config");
  return path.join(env["XDG_CONFIG_HOME"] || path.join(home, ".config"), name);
}
