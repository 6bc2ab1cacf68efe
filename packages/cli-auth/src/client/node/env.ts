import { existsSync } from "node:fs";

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
