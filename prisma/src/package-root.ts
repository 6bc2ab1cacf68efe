import { createRequire } from "node:module";
import { dirname } from "node:path";

/** The folder of this package, also when this code runs from a bundle elsewhere. */
export const packageRoot = dirname(createRequire(import.meta.url).resolve("@alprina/db/package.json"));
