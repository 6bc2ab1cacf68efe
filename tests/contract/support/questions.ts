import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { Host } from "./hosts";

/** What stands between an API and the login server: counts the questions, and can go away. */
export interface QuestionCounter {
  url: string;
  questions(): number;
  stop(): Promise<void>;
}

export async function countQuestions(host: Pick<Host, "url">): Promise<QuestionCounter> {
  let questions = 0;
  const server = createServer((incoming, outgoing) => {
    if (incoming.url === "/oauth/introspect") questions++;
    const { method, headers } = incoming;
    const onward = request(host.url + (incoming.url ?? ""), { method, headers, agent: false }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 0, reply.headers);
      reply.pipe(outgoing);
    });
    onward.once("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    questions: () => questions,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
