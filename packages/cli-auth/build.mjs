/**
 * Makes the SDK as a package for others: the client and the verifier, as ES modules, CommonJS and types, without a
 * dependency but the optional keychain. `node build.mjs [folder]`; the workspace itself uses the sources.
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { build, transform } from "esbuild";
import { writePublished } from "../../scripts/lib/published.mjs";
import { writeDeclarations } from "./build-types.mjs";

const here = import.meta.dirname;
const out = resolve(process.argv[2] ?? join(here, "dist"));

/** What can be imported, and the source behind it: what runs wherever `fetch` does, and what wants Node. */
const doorsOfWeb = {
  client: "client/index",
  verifier: "verifier/index",
  "verifier/express": "verifier/express",
  "verifier/fastify": "verifier/fastify",
  "verifier/hono": "verifier/hono",
  "verifier/next": "verifier/next",
};
const doors = { ...doorsOfWeb, "client/node": "client/node/index" };

// What several doors need is in chunks that they share, so that an error is of the same class behind each of them.
const common = {
  absWorkingDir: here,
  ...{ bundle: true, splitting: true, format: "esm", chunkNames: "chunks/[hash]" },
  ...{ minify: true, keepNames: true, target: "es2022", logLevel: "warning" },
  external: ["@napi-rs/keyring"],
};
const entries = (some) =>
  Object.fromEntries(Object.entries(some).map(([door, source]) => [door, `src/${source}.ts`]));

await Promise.all([
  build({ ...common, platform: "node", entryPoints: entries(doors), outdir: join(out, "node") }),
  build({ ...common, platform: "neutral", entryPoints: entries(doorsOfWeb), outdir: join(out, "web") }),
]);
await writeCommonJs(join(out, "node"), join(out, "cjs"));
await writeDeclarations(here, Object.values(doors), join(out, "types"));

const exported = ([door, source]) => [
  `./${door}`,
  {
    import: {
      types: `./types/esm/${source}.d.ts`,
      node: `./node/${door}.js`,
      ...(door in doorsOfWeb && { default: `./web/${door}.js` }),
    },
    require: { types: `./types/cjs/${source}.d.ts`, default: `./cjs/${door}.js` },
  },
];
await writePublished(here, out, {
  own: {
    ...{ type: "module", sideEffects: false },
    exports: Object.fromEntries(Object.entries(doors).map(exported)),
    // For their types alone, and each behind a door of its own.
    peerDependencies: { fastify: ">=5", hono: ">=4" },
    peerDependenciesMeta: { fastify: { optional: true }, hono: { optional: true } },
  },
  files: ["node", "web", "cjs", "types"],
});

/** esbuild splits ES modules alone; each of its files is made CommonJS by itself, and so the chunks stay shared. */
async function writeCommonJs(from, to) {
  // A chunk that is loaded late is required late: Node's `import()` of CommonJS would start its other loader.
  const options = { format: "cjs", platform: "node", minify: true, target: "es2022" };
  for (const file of await readdir(from, { recursive: true })) {
    if (!file.endsWith(".js")) continue;
    const text = await readFile(join(from, file), "utf8");
    const { code } = await transform(text, { ...options, supported: { "dynamic-import": false } });
    await mkdir(dirname(join(to, file)), { recursive: true });
    await writeFile(join(to, file), code);
  }
  await writeFile(join(to, "package.json"), '{ "type": "commonjs" }\n');
}
