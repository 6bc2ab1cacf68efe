import { randomUUID } from "node:crypto";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { restPaths } from "@alprina/cli-auth/server";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { EnvError, readEnv, type Env } from "./src/env";
import { createContainer, installContainer } from "./src/server/container";
import { openBackend } from "./src/server/backend";
import { tellClientIp } from "./src/server/front-door/client-address";
import { openFastLane } from "./src/server/front-door/fast-lane";
import { connectionLimits } from "./src/server/front-door/limits";
import {
  bodyTooLarge,
  refuse,
  refuseBroken,
  refuseOnSocket,
  unknownMethod,
} from "./src/server/front-door/refusals";
import { isKnownMethod, readTarget } from "./src/server/front-door/request-line";
import { whenBodyIsIn } from "./src/server/front-door/whole-body";
import { answerProcedures, isProcedureCall } from "./src/server/procedures";
import { sayReady, warnOfPlainHttp } from "./src/server/greeting";
import { maskOutput } from "./src/server/masked-output";
import { currentRequestId } from "./src/server/observe/current-request";
import { openMetricsPort } from "./src/server/observe/metrics-port";
import { observed } from "./src/server/observe/requests";
import { startTraces } from "./src/server/observe/traces";
import { withReply } from "./src/server/reply-status";
import { securityHeaders } from "./src/server/security-headers";
import { onShutdown } from "./src/server/shutdown";

/** The front door: command lines straight to the REST handler, people to Next. */

const webDir = join(dirname(fileURLToPath(import.meta.url)), import.meta.url.endsWith(".ts") ? "." : "..");

async function main(): Promise<void> {
  const env = readEnv();
  maskOutput();
  const { publicUrl } = env;
  const pageHeaders = Object.entries(securityHeaders(publicUrl));
  let answer: RequestListener | undefined = undefined;
  const waiting: (() => void)[] = [];
  const server = createServer(connectionLimits, (request, response) => {
    if (answer) answer(request, response);
    else if (request.url === "/healthz") sayAlive(response, publicUrl);
    // A command line that meets a start waits these seconds: most give a login up at the first 503.
    else waiting.push(() => answer?.(request, response));
  });
  server.on("clientError", (error, socket) => refuseBroken(error, socket, publicUrl));
  server.on("connect", (_, socket: Duplex) => refuseOnSocket(socket, unknownMethod, publicUrl));
  const closing: (() => Promise<unknown>)[] = [];
  const drain: (() => void)[] = [];
  onShutdown(server, { drain, drainSeconds: env.drainSeconds, closing });
  // First of all the port: a taken one should be known before anything else is started.
  await listen(server, env);
  warnOfPlainHttp(env);
  // Before there is a pool of connections whose queries are to be seen.
  const stopTraces = env.traces && (await startTraces(env.traces));

  const backend = await openBackend(env, join(webDir, "../.."));
  closing.push(() => backend.close());
  const container = createContainer({ env, ...backend, hasFrontDoor: true });
  installContainer(container);
  drain.push(() => container.drain());
  closing.unshift(() => container.close());
  const closeMetrics = await openMetricsPort(env, container.measures);

  const app = next({
    dev: env.isDevelopment,
    dir: webDir,
    hostname: env.host ?? "localhost",
    port: portOf(server),
  });
  await app.prepare();
  closing.unshift(() => app.close());
  if (closeMetrics) closing.push(closeMetrics);
  if (stopTraces) closing.push(stopTraces);

  const toRest = getRequestListener((request) => container.rest(request), { overrideGlobalObjects: false });
  const toPages = app.getRequestHandler();
  const toProcedures = getRequestListener((request) => answerProcedures(container, request), {
    overrideGlobalObjects: false,
  });
  const toFastLane = openFastLane(container.fastLane, container);
  const theLongWay: RequestListener = (request, response) => {
    const target = readTarget(request);
    if (typeof target !== "string") return refuse(response, target, publicUrl);
    tellClientIp(request, env.trustedProxies);
    request.url = target;
    if (restPaths.test(target.split("?", 1)[0] ?? "/")) return void toRest(request, response);
    if (!isKnownMethod(request)) return refuse(response, unknownMethod, publicUrl);
    for (const [name, value] of pageHeaders) response.setHeader(name, value);
    response.setHeader("X-Request-Id", currentRequestId() ?? "");
    whenBodyIsIn(request, response, {
      goOn: () =>
        void (isProcedureCall(request)
          ? toProcedures(request, response)
          : withReply(response, () => toPages(request, response))),
      refuse: () => refuse(response, bodyTooLarge, publicUrl),
    });
  };
  const observedLongWay = observed(container, theLongWay);
  // The lane notes its replies itself; a trace has to see what it does from outside.
  answer = container.tracing
    ? observed(container, (request, response) =>
        toFastLane(request, response, () => theLongWay(request, response)),
      )
    : (request, response) => toFastLane(request, response, () => observedLongWay(request, response));
  for (const goOn of waiting.splice(0)) goOn();
  void backend.migrated.then(
    async (names) => {
      const redis = await container.redis?.opened;
      sayReady({ env, backend, redis, port: portOf(server), migrations: names });
    },
    (error: unknown) => fail(error),
  );
}

function listen(server: Server, { port, host }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") {
        reject(
          new EnvError(
            `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`,
          ),
        );
      } else if (error.code === "EACCES") {
        reject(
          new EnvError(`This user may not listen on port ${port}. Choose one above 1023, such as PORT=3000.`),
        );
      } else {
        reject(error);
      }
    });
    server.listen({ port, host }, resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** `/healthz` before there is a REST handler: the process answers. */
function sayAlive(response: ServerResponse, publicUrl: string): void {
  response.writeHead(200, {
    ...securityHeaders(publicUrl),
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Request-Id": randomUUID(),
  });
  response.end(JSON.stringify({ status: "ok" }));
}

function fail(error: unknown): never {
  const isPlain = error instanceof Error && (error.name === "EnvError" || error.name === "MigrationError");
  console.error(`\n${isPlain ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);
