import { cp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./workspace.mjs";

/**
 * Makes the package that others install of what was built into `folder`: a manifest without a word of this workspace,
 * and the texts of the package in `source`. `npm run pack` packs it.
 */
export async function writePublished(source, folder, { own, files }) {
  const { name, version, description, keywords, license } = await readJson(join(source, "package.json"));
  const { engines } = await readJson(join(root, "package.json"));
  const texts = ["README.md", "CHANGELOG.md"];
  const manifest = {
    ...{ name, version, description, keywords, license, engines },
    ...{ files: [...files, ...texts], ...own },
    // Native, and not for every system: where it cannot be had, keys are kept in a file.
    optionalDependencies: { "@napi-rs/keyring": `^${await installedVersion(source, "@napi-rs/keyring")}` },
  };
  await writeFile(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const text of texts) await cp(join(source, text), join(folder, text));
  await cp(join(root, "LICENSE"), join(folder, "LICENSE"));
}

async function installedVersion(source, name) {
  const [folder] = createRequire(join(source, "package.json")).resolve.paths(name);
  return (await readJson(join(folder, name, "package.json"))).version;
}

const readJson = async (file) => JSON.parse(await readFile(file, "utf8"));
