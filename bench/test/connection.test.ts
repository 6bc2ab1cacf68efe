import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Connection, requestBytes } from "../src/load/connection";

// Answers with the body that it got: with its length, or in pieces when the path says so.
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks);
    if (request.url === "/nothing") return void response.writeHead(204).end();
    if (request.url !== "/pieces")
      return void response.writeHead(400, { "Content-Length": body.length }).end(body);
    for (let at = 0; at < body.length; at += 5) response.write(body.subarray(at, at + 5));
    response.end();
  });
});
let connection: Connection;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  connection = new Connection(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, true);
});
afterAll(() => {
  connection.close();
  server.close();
});

it("reads replies of a length, in pieces and of nothing, one after the other on one connection", async () => {
  const body = JSON.stringify({ "user code": "schön" });
  const send = (path: string) => connection.send(requestBytes("POST", path, { body }));
  expect(await send("/length")).toMatchObject({ status: 400, body });
  expect(await send("/pieces")).toMatchObject({ status: 200, body });
  expect(await send("/nothing")).toMatchObject({ status: 204, body: "" });
  expect(await send("/length")).toMatchObject({ status: 400, body });
});

it("rejects when the server is not there", async () => {
  const nowhere = new Connection("http://127.0.0.1:1");
  await expect(nowhere.send(requestBytes("GET", "/"))).rejects.toThrow();
});
