import { existsSync } from "node:fs";
import { aptInstall } from "./apt.mjs";
import { fail } from "./steps.mjs";

const programs = {
  "redis-server": {
    variable: "REDIS_SERVER_PATH",
    known: ["/usr/bin/redis-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server"],
  },
  nginx: {
    variable: "NGINX_PATH",
    known: ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"],
  },
};

/** Server programs for the tests: those of the system, or else Debian's, installed now where that is possible. */
export function ensureServerPrograms() {
  const missing = Object.keys(programs).filter((name) => !find(name));
  if (missing.length > 0) {
    process.stderr.write(`· Installing for the tests: ${missing.join(", ")} …\n`);
    aptInstall(missing);
  }
  const paths = Object.keys(programs).map((name) => [
    programs[name].variable,
    find(name) ?? failWithout(name),
  ]);
  return Object.fromEntries(paths);
}

function failWithout(name) {
  fail(
    `The tests need ${name}, and it could not be installed. As root: apt-get install ${name}. Elsewhere install it by your system's own means, or name it in ${programs[name].variable}.`,
  );
}

function find(name) {
  const { variable, known } = programs[name];
  return [process.env[variable], ...known].find((path) => path && existsSync(path));
}
