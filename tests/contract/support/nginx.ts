import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkout, runs } from "./example-program";
import { startExample, type ExampleServer } from "./example-server";
import { freePort } from "./server";

const KNOWN = ["nginx", "/usr/sbin/nginx"];

/** The nginx of this machine; undefined when it has none. */
export const nginx = [process.env.NGINX_PATH, ...KNOWN].find((one) => one && runs(one, "-v"));

export interface Nginx extends ExampleServer {
  /** Who answered what so far, a line a request: `host:port`, several when it was asked again elsewhere. */
  answeredBy(): string[];
}

/**
 * Starts nginx with a file of `examples/nginx` as it stands in the guide, with this machine's addresses for the
 * `names` in it and without its TLS. `stop` removes its folder as well.
 */
export async function startNginx(file: string, names: Record<string, string>, port?: number): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "alprina-nginx-"));
  const listensOn = port ?? (await freePort());
  let text = readFileSync(join(checkout, "examples/nginx", file), "utf8")
    .replace(/listen [^;]+;/, `listen 127.0.0.1:${listensOn};`)
    .replace(/^ *ssl_.*\n/gm, "");
  for (const [name, value] of Object.entries(names)) {
    if (!text.includes(name)) throw new Error(`${file} does not name ${name}.`);
    text = text.replaceAll(name, value);
  }
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join("\n");
  mkdirSync(join(folder, "logs"));
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr warn;
     events { worker_connections 8192; }
     http { log_format who $upstream_addr; access_log ${folder}/who.log who; ${temporary}\n${text} }`,
  );
  const command = [nginx ?? "", "-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")];
  const started = await startExample(command, { folder: ".", port: listensOn });
  return {
    ...started,
    answeredBy: () => readFileSync(join(folder, "who.log"), "utf8").split("\n").slice(0, -1),
    async stop() {
      await started.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
