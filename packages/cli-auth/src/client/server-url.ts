import { MisuseError } from "./errors";

/**
 * The one spelling of a server's base URL: `https://host[:port][/prefix]`, no slash at the end.
 * @throws {MisuseError} not an http(s) URL, or one that carries a user, a query or a fragment.
 */
export function normalizeServer(input: string): string {
  const text = input.trim();
  if (text === "")
    throw new MisuseError("The server URL is empty: give one such as https://login.example.com.");
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    const scheme = /^(localhost|127\.|\[::1\])/i.test(text) ? "http" : "https";
    throw new MisuseError(`The server URL "${text}" has no scheme: write ${scheme}://${text}.`);
  }
  const url = parse(text);
  if (url === undefined || !isHttp(url) || url.hostname === "") {
    throw new MisuseError(`"${text}" is not a server URL: give one such as https://login.example.com.`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new MisuseError("The server URL must not carry a user name, a query or a fragment.");
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}

/** Whether a link may be shown and opened: a browser is never handed anything but a web page. */
export function isWebPage(link: string): boolean {
  const url = parse(link);
  return url !== undefined && isHttp(url);
}

function isHttp(url: URL): boolean {
  return url.protocol === "http:" || url.protocol === "https:";
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
