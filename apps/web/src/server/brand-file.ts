/** One of the operator's files. Its address changes with it, so it may be kept for ever. */
export function brandFile(body: string | Buffer | undefined, type: string): Response {
  if (body === undefined)
    return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  return new Response(typeof body === "string" ? body : new Uint8Array(body), {
    headers: {
      "Content-Type": type,
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
