import { isProductError } from "@alprina/api";

interface DownloadFile {
  /** Without day and ending, which are added. */
  name: string;
  type: "application/json; charset=utf-8" | "text/csv; charset=utf-8; header=present";
  at: Date;
}

/** A file to keep, named by its day (UTC). */
export function asDownload(body: BodyInit, { name, type, at }: DownloadFile): Response {
  const ending = type.startsWith("text/csv") ? "csv" : "json";
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}-${at.toISOString().slice(0, 10)}.${ending}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** A person who followed the link signs in and comes back to the page; a program reads a status. */
export function refuseDownload(error: unknown, request: Request, page: string): Response {
  const code = error instanceof Error && isProductError(error.cause) ? error.cause.code : undefined;
  const isSignedOut = code === "authentication-required";
  const headers = { "Cache-Control": "no-store" };
  if (isSignedOut && request.headers.get("accept")?.includes("text/html")) {
    const to = `/sign-in?next=${encodeURIComponent(page)}`;
    return new Response(null, { status: 303, headers: { ...headers, Location: to } });
  }
  if (isSignedOut) return Response.json({ message: "Sign in first." }, { status: 401, headers });
  if (code === "account-locked") {
    return Response.json({ message: "This account is locked." }, { status: 403, headers });
  }
  if (code?.startsWith("database-")) {
    return Response.json({ message: "The server can't reach its database." }, { status: 503, headers });
  }
  throw error;
}
