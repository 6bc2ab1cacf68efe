import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { build, command, ensureInstalled, root } from "./lib/workspace.mjs";
import { ensureBrowser } from "./lib/browser.mjs";
import { ensureServerPrograms } from "./lib/server-programs.mjs";
import { ensureTestClients } from "./lib/test-clients.mjs";
import { captured, dim, green, openly, red } from "./lib/steps.mjs";

// npm test: everything that must hold, on what is built here and now. It goes on after a failure, so that one
// run shows all of them, and ends with one line that counts.
await ensureInstalled();
const browser = ensureBrowser();
const servers = ensureServerPrograms();
ensureTestClients();
await build();

const results = join(root, ".cache/results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0 };
/** What failed, for the end of a long output. */
const failures = [];

const unitReport = join(results, "vitest.json");
const e2eReport = join(results, "playwright.json");

// Beside one another: each of the first two keeps one core busy and no more.
await Promise.all([
  check("Format", "prettier", ["--check", "--log-level=warn", "."]),
  check("Lint", "eslint", ["--max-warnings=0", "."]),
  check("Types", "turbo", ["run", "typecheck", "--output-logs=errors-only"]),
]);
// Beside one another as well: both wait for servers, browsers and clocks a good part of their time. What the browser's
// tests printed is shown when the others have ended.
const inBrowser = captured(
  join(root, "tests/e2e/node_modules/.bin/playwright"),
  ["test", "-c", "tests/e2e"],
  { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
);
const underneath = "Unit, integration, contract, conformance and faults";
headline(underneath);
const vitest = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];
tally(underneath, await openly(command("vitest"), vitest, servers), countVitest(unitReport));
const { code, output } = await inBrowser;
headline("End to end");
process.stdout.write(output);
tally("End to end", code, countPlaywright(e2eReport));

for (const one of failures) process.stdout.write(`${red("✗")} ${one}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** One tool that is content or not: counts as one. What it said is shown at its end, so that others may run beside it. */
async function check(title, tool, args) {
  const { code, output } = await captured(command(tool), args);
  headline(title);
  process.stdout.write(output);
  total[code === 0 ? "passed" : "failed"] += 1;
  if (code !== 0) failures.push(title);
  verdict(title, code === 0);
}

/** One runner of many tests: each counts, and a runner that fails without a failed test counts as one. */
function tally(title, code, counted = { passed: 0, failed: 0, names: [] }) {
  failures.push(...counted.names);
  const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed;
  // A suite that ran nothing has shown nothing.
  const isEmpty = counted.passed + failed === 0;
  total.passed += counted.passed;
  total.failed += isEmpty ? 1 : failed;
  verdict(title, !isEmpty && failed === 0);
}

function countVitest(file) {
  const report = readJson(file);
  if (!report) return undefined;
  const names = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName }) => `${relative(root, name)}: ${fullName}`),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests, names };
}

function countPlaywright(file) {
  const report = readJson(file);
  if (!report) return undefined;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky, names: failedSpecs(report.suites) };
}

function failedSpecs(suites = []) {
  return suites.flatMap(({ file, specs = [], suites: inner }) => [
    ...specs.filter(({ ok }) => !ok).map(({ title }) => `tests/e2e/${file}: ${title}`),
    ...failedSpecs(inner),
  ]);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function headline(title) {
  process.stdout.write(`\n${dim("──")} ${title}\n`);
}

function verdict(title, isGood) {
  process.stdout.write(`${isGood ? green("✓") : red("✗")} ${title}\n`);
}
