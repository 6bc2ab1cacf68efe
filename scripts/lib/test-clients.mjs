import { aptInstall, quietly } from "./apt.mjs";

/**
 * The clients of `tests/conformance` that npm has not: two Python libraries, and curl. Debian's packages are
 * installed where that is possible; elsewhere the tests themselves say what is missing.
 */
export function ensureTestClients() {
  const missing = [
    ...(hasPythonLibraries() ? [] : ["python3-authlib", "python3-requests-oauthlib"]),
    ...(runs("curl", ["--version"]) ? [] : ["curl"]),
  ];
  if (missing.length === 0) return;
  process.stderr.write(`· Installing clients for the tests: ${missing.join(", ")} …\n`);
  aptInstall(missing);
}

function hasPythonLibraries() {
  if (process.env.CONFORMANCE_WITHOUT_PYTHON) return true;
  return ["/usr/bin/python3", "python3"].some((python) =>
    runs(python, ["-c", "import authlib, requests_oauthlib"]),
  );
}

function runs(command, args) {
  return quietly(command, args).status === 0;
}
