import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { pagePolicy, securityHeaders } from "@/server/security-headers";

describe("what replies tell browsers", () => {
  it("asks for https only where there is https", () => {
    expect(securityHeaders("https://login.example.com")["Strict-Transport-Security"]).toBe(
      "max-age=63072000",
    );
    expect(securityHeaders("http://localhost:3000")).not.toHaveProperty("Strict-Transport-Security");
  });

  it("allows no inline code and no evaluation on pages, but in `next dev`", () => {
    const policy = pagePolicy("AAAA", { isDevelopment: false });
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
    expect(policy).toContain("script-src 'self' 'nonce-AAAA';");
    expect(pagePolicy("AAAA", { isDevelopment: true })).toContain("'unsafe-eval'");
  });

  it("lets in the style that the installed sonner writes, by its hash", () => {
    const sonner = readFileSync(
      createRequire(import.meta.url)
        .resolve("sonner")
        .replace(/\.js$/, ".mjs"),
      "utf8",
    );
    const css = JSON.parse(/__insertCSS\((".*")\);/.exec(sonner)?.[1] ?? "null") as string;
    expect(css.length).toBeGreaterThan(1_000);
    const hash = createHash("sha256").update(css).digest("base64");
    expect(pagePolicy("AAAA", { isDevelopment: false })).toContain(`'sha256-${hash}'`);
  });
});
