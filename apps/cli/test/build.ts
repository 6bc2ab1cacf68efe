import { execFileSync } from "node:child_process";
import path from "node:path";

/** The tests run what people run: the bundle, as its own process. */
export default function build(): void {
  execFileSync(process.execPath, [path.join(import.meta.dirname, "..", "build.mjs")], { stdio: "inherit" });
}
