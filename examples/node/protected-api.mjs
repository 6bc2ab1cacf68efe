/**
 * An API that lets in whoever shows a good key with the scope `profile`: Express and our verifier.
 *
 *     ALPRINA_SERVER=https://login.example.com API_ID=acme-api API_SECRET=… PORT=8080 node protected-api.mjs
 *
 * In this checkout, where the package is its sources: node --import tsx protected-api.mjs
 */
import { createKeyVerifier } from "@alprina/cli-auth/verifier";
import { expressKeyAuth } from "@alprina/cli-auth/verifier/express";
import express from "express";

const {
  ALPRINA_SERVER = "http://localhost:3000",
  API_ID = "acme-api",
  API_SECRET,
  PORT = "8080",
} = process.env;

const verifier = createKeyVerifier({ server: ALPRINA_SERVER, clientId: API_ID, clientSecret: API_SECRET });

const api = express();
api.get("/", expressKeyAuth(verifier, { scopes: ["profile"] }), (request, response) => {
  response.json({ hello: request.key.personId });
});
const server = api.listen(Number(PORT), "127.0.0.1", () =>
  console.log(`Listening on ${server.address().port}`),
);
