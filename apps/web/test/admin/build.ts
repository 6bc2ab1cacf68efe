import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** The tests run what operators run: the bundle, as its own process. */
export default function build(): void {
  const web = join(import.meta.dirname, "../..");
  execFileSync(process.execPath, [join(web, "bundle.mjs"), "admin.ts"], { stdio: "inherit" });
}
