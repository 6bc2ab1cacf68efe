import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Color from "colorjs.io";
import { afterAll, describe, expect, it } from "vitest";
import { readEnv } from "../../src/env";
import { brandLinks, brandStyle } from "../../src/server/brand";
import { accentColours } from "../../src/server/brand-colours";

const contrast = (one: string, other: string) => new Color(one).contrast(other, "WCAG21");
/** All around the wheel, pale and deep, and the ends. */
const accents = [
  ...["#000000", "#ffffff", "#808080", "#ffd400", "#00ff00", "#4338ca", "#e5484d"],
  ...Array.from({ length: 36 }, (_, index) => index * 10).flatMap((hue) =>
    [0.35, 0.6, 0.85].map((lightness) =>
      new Color("oklch", [lightness, 0.15, hue])
        .to("srgb")
        .toGamut()
        .toString({ format: "hex", collapse: false }),
    ),
  ),
];

describe("the colours of an accent", () => {
  it.each(accents)("%s: words on a button can be read, at rest and under the pointer", (accent) => {
    const colours = accentColours(accent);
    for (const face of ["light", "dark"] as const) {
      const words = colours["primary-foreground"][face];
      expect(contrast(colours.primary[face], words), face).toBeGreaterThanOrEqual(4.49);
      expect(contrast(colours["primary-hover"][face], words), `${face}, hover`).toBeGreaterThanOrEqual(4.49);
    }
  });

  it.each(accents)(
    "%s: the ring around what has the focus can be seen, and so can the mark’s cursor",
    (accent) => {
      const { ring, "mark-cursor": cursor } = accentColours(accent);
      expect(contrast(ring.light, "#f7f6f2")).toBeGreaterThanOrEqual(2.99);
      expect(contrast(ring.dark, "#101214")).toBeGreaterThanOrEqual(2.99);
      expect(contrast(cursor.light, "#17191c")).toBeGreaterThanOrEqual(2.99);
      expect(contrast(cursor.dark, "#f0eee8")).toBeGreaterThanOrEqual(2.75);
    },
  );

  it("leaves an accent as it is that carries white words by itself", () => {
    expect(accentColours("#4338ca").primary.light).toBe("#4338ca");
  });

  it("gives a pale one dark words instead of another colour", () => {
    expect(accentColours("#ffd400").primary.light).toBe("#ffd400");
    expect(accentColours("#ffd400")["primary-foreground"].light).not.toBe("#ffffff");
  });

  it("are tokens, each with two faces", () => {
    expect(brandStyle("#4338ca")).toContain("--primary: light-dark(#4338ca, #");
  });
});

describe("the operator’s variables", () => {
  const folder = mkdtempSync(join(tmpdir(), "alprina-brand-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const mark = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it("without any the look is ours", () => {
    expect(brandLinks(readEnv({}).brand)).toEqual({
      ...{ mark: null, style: null, iconType: "image/svg+xml", icon: "/brand/icon.svg?v=1" },
    });
  });

  it("another mark has another address, so that browsers may keep the old one for ever", () => {
    const links = ["1", "2"].map((radius) =>
      brandLinks(
        readEnv({
          BRAND_MARK: mark(
            `${radius}.svg`,
            `<svg xmlns="http://www.w3.org/2000/svg"><circle r="${radius}"/></svg>`,
          ),
        }).brand,
      ),
    );
    expect(links[0]?.mark).toMatch(/^\/brand\/mark\?v=[0-9a-f]{12}$/);
    expect(links[0]?.mark).not.toBe(links[1]?.mark);
    expect(links[0]).toMatchObject({ icon: links[0]?.mark, iconType: "image/svg+xml" });
  });

  it("what is no colour or no picture stops the start with a sentence", () => {
    expect(() => readEnv({ BRAND_ACCENT: "green" })).toThrow(
      'BRAND_ACCENT must be a colour such as "#0d6b4f"',
    );
    expect(() => readEnv({ BRAND_MARK: mark("mark.svg", "a text") })).toThrow(/BRAND_MARK: .* is no PNG/);
    expect(() => readEnv({ BRAND_MARK: join(folder, "nothing.svg") })).toThrow(
      /BRAND_MARK: .* cannot be read/,
    );
  });
});
