import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";

/*
 * The guides of docs/ and the programs that they show, as one file for the pages under /docs: a server carries them
 * with it, in its own version. The contents are those of docs/README.md.
 */
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const docs = join(root, "docs");
const read = (path) => readFileSync(path, "utf8");

const contents = read(join(docs, "README.md"));
const chapters = [...contents.matchAll(/^\*\*(.+)\*\*\n\n((?:- .+\n)+)/gm)].map(([, title, list]) => ({
  title,
  guides: [...list.matchAll(/^- \[(.+?)\]\((.+?)\.md\)(?:: (.+))?$/gm)].map(([, name, slug, says]) => ({
    name,
    slug,
    says: says ?? null,
  })),
}));

const guides = {};
const sources = {};
for (const { slug } of chapters.flatMap(({ guides }) => guides)) {
  const text = read(join(docs, `${slug}.md`));
  const [, title] = /^# (.+)$/m.exec(text) ?? [];
  if (!title) throw new Error(`docs/${slug}.md has no title`);
  guides[slug] = { title, text: text.slice(text.indexOf("\n") + 1).trim() };
  for (const [, target] of text.matchAll(/\]\((\.\.\/[^)#]+)\)/g)) {
    const path = normalize(join(docs, target));
    if (!existsSync(path)) throw new Error(`docs/${slug}.md leads to ${target}, which is not there`);
    const name = relative(root, path);
    if (/^(examples|packages\/cli-auth\/examples)\//.test(name) && statSync(path).isFile()) {
      sources[name] = read(path);
    }
  }
}

mkdirSync(join(here, "generated"), { recursive: true });
writeFileSync(join(here, "generated/guides.json"), JSON.stringify({ chapters, guides, sources }));
