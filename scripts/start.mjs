import { build, ensureInstalled, loadDotEnv } from "./lib/workspace.mjs";

// npm start: from a bare checkout to a server that people can sign in with.
await ensureInstalled();
await build("@alprina/web...");
loadDotEnv();
process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.setSourceMapsEnabled(true);
// In this very process: a signal, from a terminal or a supervisor, meets the server and nobody in between.
await import(new URL("../apps/web/dist/server.js", import.meta.url).href);
