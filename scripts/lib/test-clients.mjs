import { aptInstall, quietly } from "./apt.mjs";

/**
 * What signs in, or keeps a key, that npm has not: two Python libraries, curl, and a desktop's keychain. Debian's packages are
 * installed where that is possible; elsewhere the tests themselves say what is missing.
 */
export function ensureTestClients() {
  const missing = [
    ...(hasPythonLibraries() ? [] : ["python3-authlib", "python3-requests-oauthlib"]),
    ...(runs("curl", ["--version"]) ? [] : ["curl"]),
    // A desktop's keychain, which is asked for on Linux alone.
    ...(runs("gnome-keyring-daemon", ["--version"]) ? [] : ["gnome-keyring"]),
    ...(runs("dbus-run-session", ["--version"]) ? [] : ["dbus"]),
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
