/** Prints the current key, as one of several processes that share a store: `key-reader.ts FILE SERVER`. */
import { currentCredential } from "../../src/client";
import { createCredentialStore } from "../../src/client/node";

const [file = "", server = ""] = process.argv.slice(2);
const credential = await currentCredential({ server, store: createCredentialStore(file) });
process.stdout.write(credential?.apiKey ?? "none");
