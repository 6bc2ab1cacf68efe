import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkout } from "../support/example-program";

const docs = join(checkout, "docs");
const guides = readdirSync(docs)
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ name, text: readFileSync(join(docs, name), "utf8") }));

/** Blocks whose fence says `file=…`: what they show must stand in that file, line for line, perhaps indented. */
const shown = guides.flatMap(({ name, text }) =>
  [...text.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, file = "", block = ""]) => ({
    ...{ guide: name, file, block },
    starts: block.split("\n", 1)[0]?.trim(),
  })),
);

const files = ["examples", "packages/cli-auth/examples"].flatMap((folder) =>
  readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name).slice(checkout.length + 1))
    .filter((file) => /\.(mjs|ts|py|go|sh|conf|toml)$/.test(file)),
);

describe("the guides", () => {
  it.each(shown)("$guide shows $file as it is: $starts", ({ file, block }) => {
    expect(block.split("\n").length).toBeGreaterThan(3);
    const text = `\n${readFileSync(join(checkout, file), "utf8")}`;
    const indents = ["", "  ", "    ", "      ", "\t"];
    const found = indents.some((indent) => text.includes(`\n${block.replace(/^(?=.)/gm, indent)}`));
    expect(found, `${file} does not hold these lines. Copy them from it again.`).toBe(true);
  });

  it.each(files)("lead to %s", (file) => {
    expect(guides.filter(({ text }) => text.includes(`(../${file})`)).map(({ name }) => name)).not.toEqual(
      [],
    );
  });
});
