/** A second process for credential-store.test.ts: stores `count` keys, one after the other. */
import { createCredentialStore } from "../../src/client/node";
import { credential } from "./credential";

const [file = "", name = "", count = "0"] = process.argv.slice(2);
const store = createCredentialStore(file);
for (let i = 0; i < Number(count); i++) await store.set(`https://${name}-${i}.example.com`, credential);
