import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve, type ServerType } from "@hono/node-server";
import type { KeyAuthOptions, KeyVerifier } from "@alprina/cli-auth/verifier";
import { expressKeyAuth } from "@alprina/cli-auth/verifier/express";
import { fastifyKeyAuth } from "@alprina/cli-auth/verifier/fastify";
import { honoKeyAuth } from "@alprina/cli-auth/verifier/hono";
import { nextKeyAuth } from "@alprina/cli-auth/verifier/next";
import express from "express";
import Fastify from "fastify";
import { Hono } from "hono";
import { NextRequest } from "next/server";

/** An API in one of the frameworks, where `GET /things/t1` answers whose key was brought, and which thing it is. */
export interface ProtectedApi {
  get(authorization?: string): Promise<Response>;
  stop(): Promise<void>;
}

export const frameworks: Record<
  string,
  (verifier: KeyVerifier, options: KeyAuthOptions) => Promise<ProtectedApi>
> = {
  async Hono(verifier, options) {
    const app = new Hono();
    app.get("/things/:id", honoKeyAuth(verifier, options), (c) =>
      c.json({ hello: c.var.key.personId, thing: c.req.param("id") }),
    );
    return new Promise((resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(at(server)));
    });
  },

  async Express(verifier, options) {
    const app = express();
    app.get("/things/:id", expressKeyAuth(verifier, options), (req, res) => {
      res.json({ hello: req.key?.personId, thing: req.params.id });
    });
    return new Promise((resolve) => {
      const server = app.listen(0, "127.0.0.1", () => resolve(at(server)));
    });
  },

  async Fastify(verifier, options) {
    const app = Fastify();
    app.addHook("onRequest", fastifyKeyAuth(verifier, options));
    app.get<{ Params: { id: string } }>("/things/:id", async (request) => ({
      hello: request.key?.personId,
      thing: request.params.id,
    }));
    await app.listen({ port: 0, host: "127.0.0.1" });
    return { ...at(app.server), stop: () => app.close() };
  },

  async Next(verifier, options) {
    const withKey = nextKeyAuth(verifier, options);
    // The type is what Next's own check asks of a route handler.
    const GET: (request: NextRequest, context: { params: Promise<{ id: string }> }) => unknown = withKey(
      async (_request, { key, params }) => Response.json({ hello: key.personId, thing: (await params).id }),
    );
    return {
      async get(authorization) {
        const headers = authorization ? { authorization } : undefined;
        const request = new NextRequest("http://localhost/things/t1", { headers });
        return (await GET(request, { params: Promise.resolve({ id: "t1" }) })) as Response;
      },
      stop: () => Promise.resolve(),
    };
  },
};

function at(server: Server | ServerType): ProtectedApi {
  const { port } = server.address() as AddressInfo;
  return {
    get: (authorization) =>
      fetch(`http://127.0.0.1:${port}/things/t1`, { headers: authorization ? { authorization } : {} }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
