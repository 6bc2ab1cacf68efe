import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { send } from "./http";

/** As much of an OpenAPI document as these tests read. */
export interface Described {
  paths: Record<string, Record<string, Operation | undefined>>;
  components: { headers: Record<string, Header> };
}

export interface Header {
  $ref?: string;
  required?: boolean;
  schema?: object;
}

export interface MediaType {
  schema?: object;
}

export interface Operation {
  requestBody?: { content: Record<string, MediaType> };
  responses: Record<string, { headers?: Record<string, Header>; content?: Record<string, MediaType> }>;
}

/** The operation that answers a call, and its name, as in `PATCH /v1/auth/devices/{id}`. HEAD is answered as GET. */
export function operationOf(
  { paths }: Described,
  method: string,
  path: string,
): { template?: string; operation?: Operation; name: string } {
  const plain = (path.split("?", 1)[0] ?? "/").replace(/^\/{2,}/, "/").replace(/(.)\/$/, "$1");
  const template = Object.keys(paths).find((one) =>
    new RegExp(`^${one.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`).test(plain),
  );
  const verb = method === "HEAD" ? "GET" : method;
  const operation = template ? paths[template]?.[verb.toLowerCase()] : undefined;
  return { template, operation, name: `${verb} ${template}` };
}

/** What the server at `origin` says of itself. */
export async function fetchDescribed(origin: string): Promise<Described> {
  const { status, body } = await send(origin, "GET", "/openapi.json");
  if (status !== 200) throw new Error(`/openapi.json answered ${status}`);
  return body as Described;
}

/** Where the tests note which documented replies they have seen. */
export const seenFile = (runDir: string) => join(runDir, "replies-seen.txt");

/** Documented replies that no test of a whole run has seen, as `METHOD /path status`. */
export function neverSeen({ paths }: Described, runDir: string): string[] {
  const file = seenFile(runDir);
  const seen = new Set(existsSync(file) ? readFileSync(file, "utf8").split("\n") : []);
  const documented = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      Object.keys(operation?.responses ?? {}).map((status) => `${method.toUpperCase()} ${path} ${status}`),
    ),
  );
  return documented.filter((line) => !seen.has(line));
}
