import { startEmbeddedPostgres } from "../src/embedded/index";

// A process that starts the embedded database in the folder that it is given, says where it is, and stops it
// when it is told to: what the server does, without the server.
const postgres = await startEmbeddedPostgres(process.argv[2] ?? "");
process.on("SIGTERM", () => void postgres.stop().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
// Last, because whoever reads it may end us at once.
console.log(JSON.stringify({ url: postgres.url, started: postgres.started }));
