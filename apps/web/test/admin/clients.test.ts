import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, type Database } from "@alprina/db";
import { startTestServer, type TestServer } from "@alprina/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operatorOf, runAdmin } from "./run";

interface SeenClient {
  id: string;
  kind: string;
  name: string;
  grantTypes: string[];
  scopes: string[];
  redirectUris: string[];
  hasLogo: boolean;
  devices: number;
  clientSecret?: string;
}

let server: TestServer;
let database: Database;
let operator: ReturnType<typeof operatorOf>;
let folder: string;
beforeAll(async () => {
  server = await startTestServer();
  const url = await server.createDatabase();
  database = openDatabase({ url, maxConnections: 2 });
  operator = operatorOf(url);
  folder = mkdtempSync(join(tmpdir(), "alprina-admin-"));
});
afterAll(async () => {
  await database.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

const storedSecret = async (id: string) =>
  (await database.prisma.client.findUniqueOrThrow({ where: { id } })).secretHash;
const sha256 = (text: string) => new Uint8Array(createHash("sha256").update(text).digest());

/** A device of Ada's that is signed in through this client. */
async function addDevice(clientId: string): Promise<string> {
  const { id: userId } = await database.prisma.user.upsert({
    where: { id: "ada" },
    create: { id: "ada", name: "Ada Lovelace", email: "ada@example.com" },
    update: {},
  });
  const id = crypto.randomUUID();
  const times = { createdAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) };
  const key = { keyHash: sha256(id), visibleStart: "alprina_sk_live_abcd", name: "ada-thinkpad" };
  await database.prisma.apiKey.create({ data: { id, userId, clientId, ...key, ...times } });
  return id;
}

describe.concurrent("clients add", () => {
  it("adds a public client that may use what fits it, and prints no data", async () => {
    const { code, stdout, stderr } = await operator.run("clients", "add", "pub", "--name", "Acme CLI");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toContain('Added "Acme CLI" (pub), a public client.');
    const client = await operator.json<SeenClient>("clients", "show", "pub");
    expect(client).toMatchObject({
      kind: "public",
      grantTypes: ["device_code", "refresh_token"],
      devices: 0,
    });
    expect(await storedSecret("pub")).toBeNull();
  });

  it("shows a secret once, alone on stdout, and keeps its hash alone", async () => {
    const { stdout, stderr } = await operator.run("clients", "add", "conf", "--name", "C", "--confidential");
    expect(stdout).toMatch(/^[\w-]{43}\n$/);
    expect(stderr).toContain("it will not be shown again");
    expect(stderr).not.toContain(stdout.trim());
    expect(await storedSecret("conf")).toEqual(sha256(stdout.trim()));
    const listed = await operator.run("clients", "list", "--json");
    expect(listed.stdout).toContain('"conf"');
    expect(listed.stdout).not.toMatch(new RegExp(`${stdout.trim()}|secret`, "i"));
  });

  it("takes what the operator allows, each once", async () => {
    const redirects = ["--redirect", "http://127.0.0.1/cb", "--redirect", "com.acme.app:/cb"];
    const { clientSecret, ...client } = await operator.json<SeenClient>(
      ...["clients", "add", "all", "--name", " Acme\tCLI ", "--confidential", ...redirects, ...redirects],
      ...["--grant", "refresh_token", "--grant", "authorization_code", "--grant", "refresh_token"],
      ...["--scope", "email", "--scope", "openid"],
    );
    expect(client).toMatchObject({
      id: "all",
      kind: "confidential",
      name: "Acme CLI",
      grantTypes: ["authorization_code", "refresh_token"],
      scopes: ["openid", "email"],
      redirectUris: ["http://127.0.0.1/cb", "com.acme.app:/cb"],
      hasLogo: false,
    });
    expect(await storedSecret("all")).toEqual(sha256(clientSecret ?? ""));
  });

  it("adds a resource server, which always has a secret and signs nobody in", async () => {
    const client = await operator.json<SeenClient>("clients", "add-resource-server", "api", "--name", "API");
    expect(client).toMatchObject({ kind: "resource_server", grantTypes: [], scopes: [], redirectUris: [] });
    expect(await storedSecret("api")).toEqual(sha256(client.clientSecret ?? ""));
  });

  it("lets one of two win that want the same id at once", async () => {
    const both = await Promise.all(
      ["A", "B"].map((name) => operator.run("clients", "add", "twice", "--name", name, "--confidential")),
    );
    expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
    const [winner, loser] = both[0]?.code === 0 ? both : both.toReversed();
    expect(loser?.stderr).toContain('There is a client "twice" already. Choose another id');
    expect(loser?.stdout).toBe("");
    expect(await storedSecret("twice")).toEqual(sha256(winner?.stdout.trim() ?? ""));
  });

  it("reads a logo by what it is, from where the command was typed", async () => {
    const png = Buffer.from("89504e470d0a1a0a0000", "hex");
    const svg = `<?xml version="1.0"?>\n<!-- ours -->\n<svg xmlns="http://www.w3.org/2000/svg"/>`;
    writeFileSync(join(folder, "logo.svg"), svg);
    writeFileSync(join(folder, "named-wrongly.jpg"), png);
    const env = { DATABASE_URL: database.pool.options.connectionString, INIT_CWD: folder };
    for (const [id, file] of [
      ["svg", "logo.svg"],
      ["png", join(folder, "named-wrongly.jpg")],
    ] as const) {
      const add = ["clients", "add", `logo-${id}`, "--name", "L", "--logo", file];
      expect((await runAdmin(add, env)).code).toBe(0);
    }
    const logoOf = async (id: string) =>
      (await database.prisma.client.findUniqueOrThrow({ where: { id } })).logo;
    expect(await logoOf("logo-svg")).toBe(`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`);
    expect(await logoOf("logo-png")).toBe(`data:image/png;base64,${png.toString("base64")}`);
  });

  const refusals: [string, string[], string][] = [
    ["an id with a space", ["two words", "--name", "X"], "An id is letters, digits"],
    ["a name of nothing", ["x", "--name", " \u200b"], "needs a name of at least one visible character"],
    ["http elsewhere", ["x", "--name", "X", "--redirect", "http://a.example/cb"], "must be https"],
    ["a fragment", ["x", "--name", "X", "--redirect", "https://a.example/#b"], "must not have a fragment"],
    ["half a URI", ["x", "--name", "X", "--redirect", "/cb"], "is not an absolute URI"],
    ["a plain scheme", ["x", "--name", "X", "--redirect", "acme:/cb"], "private scheme with a dot"],
    ["a browser to nowhere", ["x", "--name", "X", "--grant", "authorization_code"], "needs a redirect URI"],
    ["a logo that is not there", ["x", "--name", "X", "--logo", "/nowhere.png"], "cannot be read"],
    ["a logo that is none", ["x", "--name", "X", "--logo", "/etc/passwd"], "is no PNG, JPEG, WebP or SVG"],
    ["our own id", ["alprina-cli", "--name", "X"], 'There is a client "alprina-cli" already'],
  ];
  it.each(refusals)("refuses %s with a sentence, and exits 1", async (_what, args, words) => {
    const { code, stdout, stderr } = await operator.run("clients", "add", ...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(words);
    expect(stderr).toMatch(/^✗ .*\n$/);
  });

  it("refuses a logo of more than 48 KB", async () => {
    writeFileSync(join(folder, "large.svg"), `<svg>${"x".repeat(48 * 1024)}</svg>`);
    const add = ["clients", "add", "large", "--name", "L", "--logo", join(folder, "large.svg")];
    const { code, stderr } = await operator.run(...add);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("48 KB at most") as string });
  });
});

describe.concurrent("wrong usage exits 2, says what is wrong and opens no database", () => {
  const cases: [string, string[], string][] = [
    ["nothing at all", [], "Usage: npm run admin"],
    ["an unknown command", ["clients", "lst"], "Did you mean list?"],
    ["no name", ["clients", "add", "x"], "--name"],
    ["no id", ["clients", "remove"], "missing required argument 'id'"],
    ["an unknown grant", ["clients", "add", "x", "--name", "X", "--grant", "password"], "Allowed choices"],
    ["an unknown scope", ["clients", "add", "x", "--name", "X", "--scope", "repo"], "Allowed choices"],
    ["a change of nothing", ["clients", "set", "x"], "say what to change"],
    [
      "a resource server that signs in",
      ["clients", "add-resource-server", "x", "--name", "X", "--grant", "y"],
      "unknown option",
    ],
  ];
  it.each(cases)("%s", async (_what, args, words) => {
    const nowhere = { DATABASE_URL: "postgresql://127.0.0.1:1/nowhere" };
    const { code, stdout, stderr } = await runAdmin(args, nowhere);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
  });
});

describe("clients set, new-secret, list and remove", () => {
  it("renames our own client, and keeps the rest of it", async () => {
    const before = await operator.json<SeenClient>("clients", "show", "alprina-cli");
    await operator.json("clients", "set", "alprina-cli", "--name", "Acme CLI");
    const after = await operator.json<SeenClient>("clients", "show", "alprina-cli");
    expect(after).toEqual({ ...before, name: "Acme CLI" });
  });

  it("takes redirect URIs and a logo away again", async () => {
    writeFileSync(join(folder, "own.svg"), "<svg/>");
    const given = ["--redirect", "https://a.example/cb", "--logo", join(folder, "own.svg")];
    await operator.json("clients", "add", "bare", "--name", "B", ...given);
    expect(await operator.json("clients", "show", "bare")).toMatchObject({ hasLogo: true });
    expect(await operator.json("clients", "set", "bare", "--no-redirect", "--no-logo")).toMatchObject({
      redirectUris: [],
      hasLogo: false,
      grantTypes: ["device_code", "refresh_token"],
    });
  });

  it("replaces a secret, and refuses to for whoever has none", async () => {
    const { clientSecret } = await operator.json<SeenClient>(
      ...["clients", "add", "leaky", "--name", "L", "--confidential"],
    );
    const { stdout } = await operator.run("clients", "new-secret", "leaky");
    expect(stdout.trim()).not.toBe(clientSecret);
    expect(await storedSecret("leaky")).toEqual(sha256(stdout.trim()));
    const refused = await operator.run("clients", "new-secret", "alprina-cli");
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain("is public and has no secret");
  });

  it("says how many devices it would sign out, and does nothing unasked", async () => {
    await operator.json("clients", "add", "leaving", "--name", "Leaving");
    const [first, second] = [await addDevice("leaving"), await addDevice("leaving")];
    const other = await addDevice("alprina-cli");
    const statusOf = async (id: string) =>
      (await database.prisma.apiKey.findUniqueOrThrow({ where: { id } })).status;

    const list = (await operator.run("clients", "list")).stdout;
    expect(list).toMatch(/^ID +NAME +KIND +DEVICES +ADDED$/m);
    expect(list).toMatch(/^leaving +Leaving +public +2 +\d+ \w+ \d{4}$/m);

    const refused = await operator.run("clients", "remove", "leaving");
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain('Removing "Leaving" (leaving) signs out 2 devices.');
    expect(refused.stderr).toContain("add --yes");
    expect(await statusOf(first)).toBe("active");

    const removed = await operator.run("clients", "remove", "leaving", "--yes");
    expect(removed.stderr).toContain("Signed out: 2 devices.");
    expect(await Promise.all([first, second, other].map(statusOf))).toEqual(["revoked", "revoked", "active"]);
    expect((await operator.run("clients", "remove", "leaving", "--yes")).stderr).toContain(
      'There is no client "leaving".',
    );
  });

  it("keeps our own client, and its devices", async () => {
    const { code, stderr } = await operator.run("clients", "remove", "alprina-cli", "--yes");
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("stays") as string });
  });
});
