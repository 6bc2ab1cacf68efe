import { examplesOf, firstBody, type Call, type Example } from "./document";

export interface Snippet {
  title: string;
  text: string;
}

/** What stands behind `Bearer`, by the name of the security scheme: a shell variable, so that no key is in a page. */
const BEARERS = { apiKey: "$API_KEY", session: "$SESSION_TOKEN" } as const;

/** The call as a person can try it: with curl, one snippet for each example; a page as an address to open. */
export function snippetsOf(call: Call, server: string): Snippet[] {
  const url = server + withExamples(call);
  if (call.replies.some(([, { content }]) => content?.["text/html"])) {
    return [{ title: "Address to open", text: url }];
  }
  const [type, media] = firstBody(call.body?.content) ?? [];
  const examples: Example[] = media ? examplesOf(media) : [{ name: "", title: "", value: undefined }];
  return examples.map(({ title, value }) => ({
    title,
    text: [start(call, url), ...headersOf(call, type), ...dataOf(type, value)].join(" \\\n  "),
  }));
}

function start({ method, body }: Call, url: string): string {
  // curl posts by itself when it is given data.
  const isSaid = method === "GET" || (method === "POST" && body);
  return isSaid ? `curl ${quote(url)}` : `curl -X ${method} ${quote(url)}`;
}

function headersOf({ callers }: Call, type: string | undefined): string[] {
  // A command line has a key sooner than a session.
  const way = (["apiKey", "session"] as const).find((name) => callers.includes(name));
  return [
    ...(way ? [`-H "Authorization: Bearer ${BEARERS[way]}"`] : []),
    ...(type === "application/json" ? ["-H 'Content-Type: application/json'"] : []),
  ];
}

function dataOf(type: string | undefined, value: unknown): string[] {
  if (value === undefined) return [];
  if (type === "application/json") return [`-d ${quote(JSON.stringify(value), true)}`];
  return Object.entries(value as Record<string, unknown>).map(([name, one]) => {
    const text = String(one);
    const isPlain = encodeURIComponent(text) === text;
    return `${isPlain ? "-d" : "--data-urlencode"} ${quote(`${name}=${text}`)}`;
  });
}

function withExamples({ path, parameters }: Call): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const { name, in: place, example } of parameters) {
    if (example === undefined) continue;
    if (place === "path") filled = filled.replace(`{${name}}`, encodeURIComponent(String(example)));
    if (place === "query") query.set(name, String(example));
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}

/** For a POSIX shell. */
function quote(text: string, always = false): string {
  return !always && /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
