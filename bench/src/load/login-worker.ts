import { z } from "zod";
import { approveV1, bytesOf, pollV1, startV1 } from "../wire";
import { Connection } from "./connection";

/** A process in which command lines log in, one after the other on each connection, from start to key. */

export interface LoginJob {
  url: string;
  seconds: number;
  /** Who approves, and the address that they and their command lines come from: one a connection. */
  people: { token: string; address: string }[];
}
export interface LoginReport {
  logins: number;
  seconds: number;
  latenciesMs: number[];
}

const started = z.object({ device_code: z.string(), user_code: z.string() });

process.on("message", (job: LoginJob) => {
  run(job).then(
    (report) => process.send?.(report),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.once("disconnect", () => process.exit());

async function run({ url, seconds, people }: LoginJob): Promise<LoginReport> {
  const latenciesMs: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  await Promise.all(
    people.map(async (person) => {
      const connection = new Connection(url, true);
      while (performance.now() < until) latenciesMs.push(await logIn(connection, person));
      connection.close();
    }),
  );
  return { logins: latenciesMs.length, seconds: (performance.now() - startedAt) / 1000, latenciesMs };
}

async function logIn(
  connection: Connection,
  { token, address }: LoginJob["people"][number],
): Promise<number> {
  const from = { "X-Forwarded-For": address };
  const begun = await expectOk(connection, startV1(from));
  const { device_code, user_code } = started.parse(JSON.parse(begun.body));
  const approved = await expectOk(connection, approveV1(user_code, token, from));
  const redeemed = await expectOk(connection, bytesOf(pollV1, device_code, from));
  return begun.milliseconds + approved.milliseconds + redeemed.milliseconds;
}

async function expectOk(connection: Connection, request: Buffer) {
  const answer = await connection.send(request);
  if (answer.status !== 200)
    throw new Error(`${request.toString().split("\r\n", 1)[0]} was answered ${answer.status} ${answer.body}`);
  return answer;
}
