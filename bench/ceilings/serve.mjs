import { createServer } from "node:http";

/**
 * @typedef {{ status: number, body: string }} Reply
 * @typedef {Record<string, Reply>} Replies what our server answered to a request, by path
 */

/** The replies that a ceiling gives: our own server's, byte for byte, so that both send as much. */
export const replies = /** @type {Replies} */ (JSON.parse(process.env.REPLIES ?? "{}"));

/**
 * Bare `node:http`: reads the body, as a form or as JSON, hands on what the request is about, and answers.
 * @param {(path: string, secret: string) => unknown} [work] with the code or key of the request; awaited
 */
export function serve(work) {
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (chunk) => (text += chunk));
    request.on("end", async () => {
      const path = request.url ?? "/";
      const reply = replies[path];
      if (!reply) return void response.writeHead(404).end();
      const secret = readSecret(request.headers, text);
      if (work) await work(path, secret);
      response.writeHead(reply.status, {
        "Content-Type": "application/json",
        "Content-Length": Buffer.byteLength(reply.body),
        "Cache-Control": "no-store",
      });
      response.end(reply.body);
    });
  });
  server.keepAliveTimeout = 65_000;
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (address && typeof address === "object") process.send?.({ url: `http://127.0.0.1:${address.port}` });
  });
  process.once("disconnect", () => process.exit());
}

/**
 * The device code, the token or the key that a request brings.
 * @param {import("node:http").IncomingHttpHeaders} headers
 * @param {string} body
 */
function readSecret(headers, body) {
  if (body === "") return (headers.authorization ?? "").slice("Bearer ".length);
  if (headers["content-type"]?.startsWith("application/json")) return JSON.parse(body).device_code;
  const form = new URLSearchParams(body);
  return form.get("device_code") ?? form.get("token") ?? "";
}
