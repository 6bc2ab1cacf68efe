/**
 * Mozilla's HTTP Observatory, by its published scoring (mdn-http-observatory 1.4.8, `src/grader/charts.js` and
 * `src/analyzer/tests`), as far as one reply on https can score: it starts with 100, faults take away, and what is
 * better than asked for adds once the faults leave 90. The package itself brings a web server, a crash reporter and
 * a database client of 130 MB. Not scored here: the redirect from http and CORS, which are the proxy's and absent.
 */
export interface Scored {
  score: number;
  /** Each rule that gave or took something. */
  because: Record<string, number>;
}

export interface ScoredReply {
  headers: Record<string, string | string[] | undefined>;
  /** The page; empty for what is none. */
  html?: string;
}

export function observatory({ headers, html = "" }: ScoredReply): Scored {
  const header = (name: string) => String(headers[name] ?? "").toLowerCase();
  const policy = parsePolicy(header("content-security-policy"));
  const rules: Record<string, number> = {
    "content-security-policy": scorePolicy(policy),
    "strict-transport-security":
      Number(/max-age=(\d+)/.exec(header("strict-transport-security"))?.[1] ?? 0) >= 15_552_000 ? 0 : -20,
    "x-content-type-options": header("x-content-type-options") === "nosniff" ? 0 : -5,
    // frame-ancestors in the policy counts as more than the header does.
    "x-frame-options": policy.has("frame-ancestors")
      ? 5
      : /^(deny|sameorigin)$/.test(header("x-frame-options"))
        ? 0
        : -20,
    "referrer-policy": /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(
      header("referrer-policy"),
    )
      ? 5
      : header("referrer-policy")
        ? -5
        : 0,
    "cross-origin-resource-policy": /^(same-origin|same-site)$/.test(header("cross-origin-resource-policy"))
      ? 10
      : 0,
    cookies: scoreCookies([headers["set-cookie"] ?? []].flat()),
    // Scripts of another origin without integrity; a page with none but its own scores nothing.
    "subresource-integrity": /<script[^>]+src="(?:https?:)?\/\//i.test(html) ? -5 : 0,
  };
  const because = Object.fromEntries(Object.entries(rules).filter(([, points]) => points !== 0));
  const points = Object.values(rules);
  const faults = points.filter((one) => one < 0).reduce((sum, one) => sum + one, 0);
  const extra = points.filter((one) => one > 0).reduce((sum, one) => sum + one, 0);
  return { score: 100 + faults + (100 + faults >= 90 ? extra : 0), because };
}

function parsePolicy(text: string): Map<string, Set<string>> {
  const directives = text.split(";").map((one) => one.trim().split(/\s+/));
  return new Map(
    directives.filter(([name]) => name).map(([name = "", ...sources]) => [name, new Set(sources)]),
  );
}

function scorePolicy(policy: Map<string, Set<string>>): number {
  if (policy.size === 0) return -25;
  const everything = new Set(["*"]);
  const sources = (name: string) => [...(policy.get(name) ?? policy.get("default-src") ?? everything)];
  const isBroad = (source: string) => /^(ftp:|https?:(\/\/\*(\.\*)?)?|\*)$/.test(source);
  const isInline = (source: string, all: string[]) =>
    source === "data:" || (source === "'unsafe-inline'" && !all.some((one) => /^'(nonce|sha\d+)-/.test(one)));
  const isUnsafe = (source: string, _: number, all: string[]) => isBroad(source) || isInline(source, all);
  if (sources("script-src").some(isUnsafe) || sources("object-src").some(isBroad)) return -20;
  if ([...policy.values()].some((all) => [...all].some((source) => /^(http|ftp):/.test(source)))) return -20;
  if ([...sources("script-src"), ...sources("style-src")].includes("'unsafe-eval'")) return -10;
  if (sources("style-src").some(isUnsafe)) return 0;
  return [...(policy.get("default-src") ?? [])].join() === "'none'" ? 10 : 5;
}

function scoreCookies(lines: string[]): number {
  if (lines.length === 0) return 0;
  const has = (line: string, flag: RegExp) => flag.test(line);
  if (lines.some((line) => /^[^=]*(sess|login)/i.test(line) && !has(line, /;\s*secure/i))) return -40;
  if (lines.some((line) => /^[^=]*(sess|login)/i.test(line) && !has(line, /;\s*httponly/i))) return -30;
  if (lines.some((line) => !has(line, /;\s*secure/i))) return -20;
  return lines.every((line) => has(line, /;\s*samesite=(lax|strict)/i)) ? 5 : 0;
}
