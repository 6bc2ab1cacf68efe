import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The listener of a command line that has a browser beside it (RFC 8252 §7.3): any free port of the loopback. */
export interface LoopbackListener {
  redirectUri: string;
  /** The address that the browser came back to. */
  visited: Promise<URL>;
}

export async function listenForBrowser(host: "127.0.0.1" | "[::1]" = "127.0.0.1"): Promise<LoopbackListener> {
  const listener = createServer();
  listener.listen(0, host.replace(/[[\]]/g, ""));
  await once(listener, "listening");
  const redirectUri = `http://${host}:${(listener.address() as AddressInfo).port}/callback`;
  const visited = new Promise<URL>((resolve) => {
    listener.once("request", (request, response) => {
      response.end("You may close this page.");
      listener.close();
      resolve(new URL(request.url ?? "/", redirectUri));
    });
  });
  return { redirectUri, visited };
}
