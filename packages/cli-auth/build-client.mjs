/**
 * Makes the client SDK as a package for others: ES modules, CommonJS and types, without a dependency but the optional
 * keychain. `node build-client.mjs [folder]`; the workspace itself uses the sources.
 */
import { execFileSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import { writePublished } from "../../scripts/lib/published.mjs";

const here = import.meta.dirname;
const out = resolve(process.argv[2] ?? join(here, "dist/client"));

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  keepNames: true,
  target: "es2022",
  logLevel: "warning",
};
// Both doors of Node lead to one file, so that an error is of the same class behind either.
const both = 'export * from "./src/client/index.ts"; export * from "./src/client/node/index.ts";';
const node = {
  ...common,
  platform: "node",
  external: ["@napi-rs/keyring"],
  stdin: { contents: both, resolveDir: here },
};

await mkdir(out, { recursive: true });
await Promise.all([
  build({ ...node, format: "esm", outfile: join(out, "node.mjs") }),
  build({ ...node, format: "cjs", outfile: join(out, "node.cjs") }),
  build({
    ...common,
    platform: "neutral",
    format: "esm",
    entryPoints: ["src/client/index.ts"],
    outfile: join(out, "web.mjs"),
  }),
]);

const tsc = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
const types = join(out, "types/esm");
const project = ["-p", join(here, "tsconfig.client.json"), "--outDir", types];
execFileSync(process.execPath, [tsc, ...project], { stdio: "inherit" });
for (const file of await readdir(types, { recursive: true })) {
  if (file.endsWith(".d.ts")) await nameFiles(join(types, file));
}
// The same for CommonJS: what a declaration speaks for is told by the nearest package.json.
await cp(types, join(out, "types/cjs"), { recursive: true });
await writeFile(join(out, "types/cjs/package.json"), '{ "type": "commonjs" }\n');

const door = (name, web) => ({
  import: { types: `./types/esm/client/${name}.d.ts`, node: "./node.mjs", ...(web && { default: web }) },
  require: { types: `./types/cjs/client/${name}.d.ts`, default: "./node.cjs" },
});
await writePublished(here, out, {
  own: {
    ...{ type: "module", sideEffects: false },
    exports: { "./client": door("index", "./web.mjs"), "./client/node": door("node/index") },
  },
  files: ["*.mjs", "*.cjs", "types"],
});

/** The sources leave the ends of file names to the bundler; Node's resolution, in types too, wants them. */
async function nameFiles(file) {
  const text = await readFile(file, "utf8");
  const named = text.replace(/(from |import\()"(\.[^"]*)"/g, (_whole, before, path) => {
    const isFile = existsSync(join(dirname(file), `${path}.d.ts`));
    return `${before}"${path}${isFile ? "" : "/index"}.js"`;
  });
  await writeFile(file, named);
}
