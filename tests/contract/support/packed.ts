import { mkdirSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** Lets a project have a library that these tests have, as if it had installed it. */
export function lendLibrary(project: string, name: string): void {
  const link = join(project, "node_modules", name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(realpathSync(join(import.meta.dirname, "../node_modules", name)), link, "junction");
}

/** Of an installed program, or of declarations: this file and every file that it leads to; and what else it names. */
function follow(start: string) {
  const files = new Set([start]);
  const others = new Set<string>();
  for (const file of files) {
    // From, import and require, as people write them and as they look when they are minified.
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(
      /(?:\bfrom|\bimport|\bmodule|\brequire\(|\bimport\() ?"([^"\n]+)"/g,
    )) {
      if (!name.startsWith(".")) others.add(name);
      else files.add(join(dirname(file), start.endsWith(".d.ts") ? name.replace(/\.js$/, ".d.ts") : name));
    }
  }
  return { files, others };
}

/** Its size and that of all that it loads, at once or later, gzipped. */
export function kilobytes(file: string): number {
  const text = [...follow(file).files].map((one) => readFileSync(one, "utf8")).join("\n");
  return gzipSync(text).length / 1000;
}

/** The libraries that somebody must have, beside Node's types, for these declarations to mean what they say. */
export function librariesOf(declarations: string): string[] {
  return [...follow(declarations).others].filter((name) => !name.startsWith("node:"));
}

/** A program that verifies a key in each way that needs no framework, and says in JSON what came of it. */
export const useOfVerifier = (load: string) => `
const load = async (door) => ${load};
void (async () => {
  const [{ AlprinaError }, verifiers] = [await load("client"), await load("verifier")];
  const { ACME_SERVER: server, API_ID: clientId, API_SECRET: clientSecret, KEY: key } = process.env;
  const verifier = verifiers.createKeyVerifier({ server, clientId, clientSecret });
  const answer = await verifier.verifyKey(key);
  const lookAlike = await verifier.verifyKey(key.slice(0, -1) + (key.endsWith("a") ? "b" : "a"));

  const { nextKeyAuth } = await load("verifier/next");
  const GET = nextKeyAuth(verifier, { scopes: ["profile"] })((_request, { key }) => new Response(key.personId));
  const get = (headers) => GET(new Request("http://localhost/", { headers }), {});
  const admitted = await get({ authorization: "Bearer " + key });
  const refused = await get({});

  const mistakes = [() => verifiers.createKeyVerifier({ server, clientId })];
  for (const name of ["express", "fastify", "hono", "next"]) {
    const adapter = (await load("verifier/" + name))[name + "KeyAuth"];
    mistakes.push(() => adapter(verifier, { scopes: ["no scope"] }));
  }
  const oneClass = mistakes.every((mistake) => {
    try { mistake(); } catch (error) { return [AlprinaError, verifiers.AlprinaError].every((one) => error instanceof one); }
    return false;
  });
  console.log(JSON.stringify({
    answer: answer.kind, personId: answer.key.personId, lookAlike: lookAlike.kind, oneClass,
    admitted: admitted.status + " " + (await admitted.text()), refused: String(refused.status),
  }));
})();`;

/** A program in TypeScript that takes something through every door. */
export const useOfTypes = `
import { login, type Progress } from "@alprina/cli-auth/client";
import { createCliAuth, createCredentialStore, systemKeychain } from "@alprina/cli-auth/client/node";
export const store = createCredentialStore("/x", { keychain: systemKeychain("acme") });
export const auth = createCliAuth({ name: "acme", server: "https://login.example.com", scope: "profile" });
export async function signIn(say: (text: string) => void): Promise<string> {
  const { apiKey } = await login({
    server: "https://login.example.com", store,
    onPrompt: ({ url, userCode }) => say(url + (userCode ?? "")),
    onProgress: (progress: Progress) => say(progress.kind),
  });
  await login({ server: "x", way: "device", onPrompt: ({ userCode }) => say(userCode.toUpperCase()) });
  await auth.login({ code: undefined }).catch(auth.fail);
  return apiKey + (await auth.apiKey()) + (await auth.whoami()).user.email;
}

import { createKeyVerifier, keyAuth, type VerifiedKey } from "@alprina/cli-auth/verifier";
import { expressKeyAuth } from "@alprina/cli-auth/verifier/express";
import { fastifyKeyAuth } from "@alprina/cli-auth/verifier/fastify";
import { honoKeyAuth } from "@alprina/cli-auth/verifier/hono";
import { nextKeyAuth } from "@alprina/cli-auth/verifier/next";
import express from "express";
import { fastify } from "fastify";
import { Hono } from "hono";
const verifier = createKeyVerifier({ server: "https://login.example.com", clientId: "a", clientSecret: "b" });
const options = { scopes: ["profile"] };
const hello = (key: VerifiedKey): string => key.personId;
export const admit = keyAuth(verifier, options);
express().get("/", expressKeyAuth(verifier, options), ({ key }, response) => void response.json(key && hello(key)));
fastify().get("/", { onRequest: fastifyKeyAuth(verifier, options) }, async ({ key }) => key && hello(key));
new Hono().get("/", honoKeyAuth(verifier, options), (c) => c.json(hello(c.var.key)));
export const GET: (request: Request, context: { params: Promise<object> }) => Response | Promise<Response> =
  nextKeyAuth(verifier, options)(async (_request, { key, params }) => Response.json([hello(key), await params]));
`;
