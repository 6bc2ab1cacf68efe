import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

const tsc = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");

/**
 * The declarations of these sources and of what they name, for ES modules and for CommonJS. What no door leads to is
 * left out: it would want libraries that nobody has to install.
 */
export async function writeDeclarations(folder, sources, out) {
  const all = await mkdtemp(join(tmpdir(), "declarations-"));
  try {
    const project = join(folder, "tsconfig.published.json");
    execFileSync(process.execPath, [tsc, "-p", project, "--outDir", all], { stdio: "inherit" });
    // Beside what else of this workspace the sources take something from: that is in no declaration.
    const root = join(all, basename(folder), "src");
    for (const kind of ["esm", "cjs"]) await copyReached(root, sources, join(out, kind));
  } finally {
    await rm(all, { recursive: true });
  }
  // What a declaration speaks for is told by the nearest package.json.
  await writeFile(join(out, "cjs/package.json"), '{ "type": "commonjs" }\n');
}

async function copyReached(root, sources, out) {
  const reached = new Set(sources.map((source) => join(root, `${source}.d.ts`)));
  for (const file of reached) {
    const text = nameFiles(await readFile(file, "utf8"), dirname(file), (other) => reached.add(other));
    const copy = join(out, file.slice(root.length));
    await mkdir(dirname(copy), { recursive: true });
    await writeFile(copy, text);
  }
}

/** The sources leave the ends of file names to the bundler; Node's resolution, in types too, wants them. */
function nameFiles(text, folder, eachFile) {
  return text.replace(/(from |import\()"(\.[^"]*)"/g, (_whole, before, path) => {
    const named = existsSync(join(folder, `${path}.d.ts`)) ? path : `${path}/index`;
    eachFile(join(folder, `${named}.d.ts`));
    return `${before}"${named}.js"`;
  });
}
