import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { describe, expect, test } from "vitest";

import * as bodies from "../../../packages/cli-auth/test/client/bodies";
import { type Answer, fakeServer } from "../../../packages/cli-auth/test/client/fake-server";
import { atTerminal, CTRL_C } from "./pty";
import { someone } from "./run";

const started: Answer = { status: 200, body: { ...(bodies.started.body as object), interval: 1 } };
const me: Answer = {
  status: 200,
  body: {
    user: { id: "u1", email: "ada@example.com", full_name: "Ada Lovelace", tier: "none", created_at: "2026" },
    device: { id: "d1", name: "ada-thinkpad", created_at: "2026", expires_at: "2027-11-23T19:00:00.000Z" },
  },
};

async function serve(script: Record<string, Answer[]> = {}) {
  const discovery = { status: 200, body: {} };
  const server = await fakeServer({
    "GET /.well-known/openid-configuration": [discovery],
    "POST /v1/auth/device": [started],
    "POST /v1/auth/device/token": [bodies.pending, bodies.approved],
    "GET /v1/auth/me": [me],
    "POST /v1/auth/logout": [{ status: 204 }],
    ...script,
  });
  discovery.body = {
    issuer: server.url,
    authorization_endpoint: `${server.url}/oauth/authorize`,
    device_authorization_endpoint: `${server.url}/oauth/device_authorization`,
    token_endpoint: `${server.url}/oauth/token`,
  };
  return server;
}

const SSH = { SSH_CONNECTION: "10.0.0.1 1 10.0.0.2 22", BROWSER: "", DISPLAY: "" };

describe("somebody at a desktop", () => {
  test("is sent to the browser, and signed in when it comes back", async () => {
    const token = { access_token: bodies.API_KEY, token_type: "Bearer", expires_in: 3600, scope: "profile" };
    const server = await serve({ "POST /oauth/token": [{ status: 200, body: token }] });
    const sitting = await atTerminal(["login", "--server", server.url]);
    await sitting.says("Your browser should open now.");
    await sitting.says("Waiting for you to approve in the browser.");
    const [link = ""] = /http\S+\/oauth\/authorize\?\S+/.exec(sitting.text()) ?? [];
    const { searchParams } = new URL(link);
    const back = `${searchParams.get("redirect_uri")}?code=c0de&state=${searchParams.get("state")}`;
    const page = await (await fetch(back)).text();
    expect(page).toContain("You are signed in");
    await sitting.says("Signed in as Ada Lovelace <ada@example.com>");
    expect(await sitting.ended).toBe(0);
    expect(sitting.text()).not.toContain("Your code");
  });

  test("whose browser does not open gets a code, and the way that was tried is closed", async () => {
    const server = await serve();
    const sitting = await atTerminal(["login", "--server", server.url], { env: { BROWSER: "false" } });
    await sitting.says("WDJB-MJHT");
    await sitting.says("Signed in as");
    expect(await sitting.ended).toBe(0);
  });
});

describe("somebody over ssh", () => {
  test("sees a code, a QR code and the address; the code goes to the clipboard of the terminal", async () => {
    const server = await serve();
    const sitting = await atTerminal(["login", "--server", server.url], { env: SSH });
    await sitting.says("Signed in as");
    expect(await sitting.ended).toBe(0);
    const text = sitting.text();
    expect(text).toContain("Not opening a browser (this is an SSH session)");
    expect(text).toMatch(/[█▀▄]{20}/);
    // OSC 52, with the code in it and nothing else.
    const copied = Buffer.from("WDJB-MJHT").toString("base64");
    expect(sitting.raw()).toContain(`\u001b]52;c;${copied}\u0007`);
  });

  test.each([["--no-qr"], ["--no-copy"]])("leaves out what %s takes away", async (flag) => {
    const server = await serve();
    const sitting = await atTerminal(["login", flag, "--server", server.url], { env: SSH });
    await sitting.says("Signed in as");
    expect(/[█▀▄]{20}/.test(sitting.text())).toBe(flag !== "--no-qr");
    expect(sitting.raw().includes("\u001b]52;")).toBe(flag !== "--no-copy");
  });
});

describe("a narrow terminal", () => {
  test("of 40 columns has every sentence broken between words, and names above their values", async () => {
    const server = await serve();
    const sitting = await atTerminal(["login", "--server", server.url], { columns: 40, env: SSH });
    await sitting.says("Signed in as");
    await sitting.ended;
    const lines = sitting.text().split("\n");
    for (const line of lines) {
      if (!/https?:\/\/|config\/credentials/.test(line)) expect(line.length, line).toBeLessThanOrEqual(40);
    }
    expect(sitting.text()).toMatch(/Your code\n\s+WDJB-MJHT/);
  });

  test("that has no room for a QR code gets none", async () => {
    const server = await serve();
    const sitting = await atTerminal(["login", "--server", server.url], { columns: 30, env: SSH });
    await sitting.says("Signed in as");
    expect(sitting.text()).not.toMatch(/[█▀▄]{20}/);
  });
});

describe("without colour", () => {
  test("NO_COLOR leaves none, in the spinner either", async () => {
    const server = await serve();
    const sitting = await atTerminal(["login", "--server", server.url], { env: { ...SSH, NO_COLOR: "1" } });
    await sitting.says("Signed in as");
    await sitting.ended;
    // eslint-disable-next-line no-control-regex
    expect(sitting.raw()).not.toMatch(/\u001b\[[0-9;]*m/);
  });

  test("a terminal that can do nothing gets plain lines and no spinner", async () => {
    const server = await serve();
    const sitting = await atTerminal(["login", "--server", server.url], { env: { TERM: "dumb" } });
    await sitting.says("Signed in as");
    await sitting.ended;
    expect(sitting.raw()).not.toContain("\u001b");
    expect(sitting.text()).toContain("Waiting for you to approve in the browser. This ends in 15 minutes.");
  });
});

describe("Ctrl-C", () => {
  const never: Answer[] = ["never"];
  const steps: [string, string[], Record<string, Answer[]>, NodeJS.ProcessEnv, string | RegExp][] = [
    [
      "while the server is looked for",
      ["login"],
      { "GET /.well-known/openid-configuration": never },
      {},
      "Signing in",
    ],
    ["while the login is started", ["login"], { "POST /v1/auth/device": never }, SSH, "Signing in"],
    [
      "while the server does not answer",
      ["login"],
      { "POST /v1/auth/device": ["drop"] },
      SSH,
      "still trying",
    ],
    ["while the browser is waited for", ["login"], {}, {}, "Waiting for you"],
    [
      "while the code waits",
      ["login"],
      { "POST /v1/auth/device/token": [bodies.pending] },
      SSH,
      "Waiting for you",
    ],
    ["while a poll is held", ["login"], { "POST /v1/auth/device/token": never }, SSH, "Waiting for you"],
    [
      "while a dashboard code is redeemed",
      ["login", "--code", "K7M2QX"],
      { "POST /v1/auth/cli-verify": never },
      {},
      "Signing in",
    ],
  ];
  test.each(steps)(
    "%s ends it with 130, one sentence and the cursor",
    async (_when, args, script, env, when) => {
      const server = await serve(script);
      const sitting = await atTerminal([...args, "--server", server.url], { env });
      await sitting.says(when);
      sitting.press(CTRL_C);
      expect(await sitting.ended).toBe(130);
      await sitting.says(/Cancelled\. Nothing was signed in\.\s*$/);
      expect(sitting.text()).not.toMatch(/^\s+at /m);
      const hidden = sitting.raw().lastIndexOf("\u001b[?25l");
      expect(sitting.raw().lastIndexOf("\u001b[?25h")).toBeGreaterThanOrEqual(hidden);
    },
  );

  test.each([
    ["whoami", { "GET /v1/auth/me": ["never"] }],
    ["devices", { "GET /v1/auth/devices": ["never"] }],
  ] satisfies [string, Record<string, Answer[]>][])("ends alprina %s too", async (command, script) => {
    const server = await serve(script);
    const env = { ALPRINA_API_KEY: bodies.API_KEY, ALPRINA_SERVER: server.url };
    const sitting = await atTerminal([command], { env });
    await expect.poll(() => server.received.length, { timeout: 20_000 }).toBeGreaterThan(0);
    sitting.press(CTRL_C);
    expect(await sitting.ended).toBe(130);
    await sitting.says(/Cancelled\.\s*$/);
  });
});

describe("a machine that is not as it should be", () => {
  test("without a keychain the key goes into a file, and it is said why", async () => {
    const server = await serve();
    const env = { ...SSH, ALPRINA_KEYCHAIN: "", DBUS_SESSION_BUS_ADDRESS: "unix:path=/nonexistent/bus" };
    const sitting = await atTerminal(["login", "--server", server.url], { env });
    await sitting.says("Signed in as");
    await sitting.says(/In a file that only you can read, because there is no keychain: \S+/);
    if (process.platform === "linux")
      await sitting.says(/no keychain: this session has no Secret\s+Service\./);
    expect(await sitting.ended).toBe(0);
  });

  test("a folder that cannot be written is found out before a person is asked", async () => {
    const { configDir, run } = await someone();
    const folder = path.join(configDir, "sub");
    // A file where the folder should be: not even root can write there.
    await writeFile(folder, "");
    const server = await serve();
    const env = { ALPRINA_CONFIG_DIR: folder };
    const { code, stderr } = await run(["login", "--server", server.url], { env });
    expect(code).toBe(8);
    expect(stderr).toContain("cannot be");
    expect(server.received.filter(({ path: at }) => at === "/v1/auth/device")).toEqual([]);
  });

  test("a read-only folder is named, with what to do", async () => {
    const { run } = await someone();
    const server = await serve();
    // Where nobody may make a folder, root neither.
    const folder = process.platform === "darwin" ? "/System/alprina" : "/sys/alprina";
    const { code, stderr } = await run(["login", "--server", server.url], {
      env: { ALPRINA_CONFIG_DIR: folder },
    });
    expect(code).toBe(8);
    expect(stderr).toMatch(/cannot be written: (permission denied|the disk is read-only)/);
    expect(server.received).toEqual([]);
  });

  test("no room on the disk is named, the new key is revoked, and what was there stays", async () => {
    const { configDir, credentials, command, environment } = await someone();
    const server = await serve();
    // The system lets no file grow past a few kB, which this one would: there is room for a lock, and not for a key.
    const before = JSON.stringify({ servers: {}, padding: "x".repeat(16_384) });
    await writeFile(credentials, before);
    const limited = [
      "-c",
      'ulimit -f 8; exec "$0" "$@"',
      process.execPath,
      command,
      "login",
      "--server",
      server.url,
    ];
    const ended = await promisify(execFile)("sh", limited, { env: { ...environment, ...SSH } }).catch(
      (error: unknown) => error as { code: number; stderr: string },
    );
    expect(ended).toMatchObject({
      code: 8,
      stderr: expect.stringContaining("there is no room for it on the disk") as unknown,
    });
    expect(await readFile(credentials, "utf8")).toBe(before);
    expect((await readdir(configDir)).sort()).toEqual(["config.json", "credentials.json"]);
    expect(server.received.at(-1)).toMatchObject({
      path: "/v1/auth/logout",
      authorization: `Bearer ${bodies.API_KEY}`,
    });
  });
});
