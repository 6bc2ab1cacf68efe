import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readEnv } from "@/env";

const example = readFileSync(new URL("../../../../.env.example", import.meta.url), "utf8");

const provider = {
  OIDC_ISSUER: "https://id.example.com/realms/main/",
  OIDC_CLIENT_ID: "alprina",
  OIDC_CLIENT_SECRET: "secret",
};

describe("the environment", () => {
  it("may be empty: everything has a default", () => {
    const env = readEnv({});
    expect(env).toMatchObject({
      port: 3000,
      publicUrl: "http://localhost:3000",
      isLocal: true,
      limitFactor: 1,
    });
    expect(env.policy).toMatchObject({ cliName: "alprina", apiKeyPrefix: "alprina_sk_live_" });
  });

  it("takes a variable that is set to nothing for one that is not set", () => {
    expect(readEnv({ PORT: "", PUBLIC_URL: "", AUTH_SECRET: "" }).port).toBe(3000);
  });

  it("puts the port into the origin that it makes up, and drops a slash from one that it is given", () => {
    expect(readEnv({ PORT: "4000" }).publicUrl).toBe("http://localhost:4000");
    expect(readEnv({ PUBLIC_URL: "https://login.example.com/" }).publicUrl).toBe("https://login.example.com");
  });

  it("knows this machine from others", () => {
    for (const local of [
      "http://localhost:1",
      "http://127.0.0.1",
      "http://[::1]:3",
      "http://alprina.localhost",
    ]) {
      expect(readEnv({ PUBLIC_URL: local }).isLocal).toBe(true);
    }
    for (const other of [
      "https://login.example.com",
      "http://192.168.1.4:3000",
      "http://localhost.example.com",
    ]) {
      expect(readEnv({ PUBLIC_URL: other }).isLocal).toBe(false);
    }
  });

  it("turns mails on with a mail server and an address to send from", () => {
    expect(readEnv({})).toMatchObject({ mail: undefined, policy: { tellsOfNewDevices: false } });
    const SMTP_URL = "smtps://ada:secret@mail.example.com";
    for (const [MAIL_FROM, from] of [
      ["login@example.com", { name: "", address: "login@example.com" }],
      ["Alprina <login@example.com>", { name: "Alprina", address: "login@example.com" }],
      ['"Alprina, Inc." <login@example.com>', { name: "Alprina, Inc.", address: "login@example.com" }],
    ] as const) {
      const env = readEnv({ SMTP_URL, MAIL_FROM });
      expect(env.mail).toEqual({ smtpUrl: SMTP_URL, host: "mail.example.com", from });
      expect(env.policy.tellsOfNewDevices).toBe(true);
    }
  });

  it("never says a mail server's password", () => {
    expect(() => readEnv({ SMTP_URL: "smpt://ada:secret@mail.example.com" })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining("secret") as string }) as Error,
    );
  });

  it.each([
    [{ PUBLIC_URL: "login.example.com" }, /PUBLIC_URL must be an origin/],
    [{ PUBLIC_URL: "https://login.example.com/auth" }, /PUBLIC_URL must be an origin/],
    [{ AUTH_SECRET: "short" }, /AUTH_SECRET must be at least 32 characters/],
    [{ AUTH_SECRET: "x".repeat(40) }, /AUTH_SECRET can be guessed/],
    [{ AUTH_SECRET: "secret".repeat(6) }, /AUTH_SECRET can be guessed/],
    [{ AUTH_SECRET: "0123456789".repeat(4).slice(0, 37) }, /AUTH_SECRET can be guessed/],
    [{ AUTH_SECRET: "change-me-to-32-characters-or-more-please" }, /AUTH_SECRET can be guessed/],
    [{ AUTH_SECRET: "better-auth-secret-12345678901234567890" }, /AUTH_SECRET can be guessed/],
    [
      { AUTH_SECRET: "32 characters or more: signs sessions, guards stored codes." },
      /AUTH_SECRET can be guessed/,
    ],
    [{ TRUSTED_PROXIES: "my-proxy" }, /TRUSTED_PROXIES must be addresses/],
    [{ TRUSTED_NETWORKS: "10.0.0.0/8, office" }, /TRUSTED_NETWORKS must be addresses/],
    [{ OTHER_NETWORK: "refuse" }, /OTHER_NETWORK/],
    [{ FRESH_SIGN_IN_HOURS: "-1" }, /FRESH_SIGN_IN_HOURS/],
    [{ PORT: "http" }, /PORT/],
    [{ REDIS_URL: "localhost:6379" }, /REDIS_URL must be the URL of a Redis/],
    [{ REDIS_URL: "https://redis.internal" }, /REDIS_URL must be the URL of a Redis/],
    [{ REDIS_URL: "redis://" }, /REDIS_URL must be the URL of a Redis/],
    [{ REDIS_URL: "redis://localhost:6379/sessions" }, /REDIS_URL must be the URL of a Redis/],
    [{ CLI_NAME: "rm -rf /" }, /CLI_NAME must be one word/],
    [{ DEVICE_CODE_TTL_SECONDS: "0" }, /DEVICE_CODE_TTL_SECONDS/],
    [{ SMTP_URL: "smtp://mail.example.com" }, /SMTP_URL is set, so MAIL_FROM must be/],
    [{ SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "Alprina" }, /MAIL_FROM must be/],
    [{ SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "a@b, c@d" }, /MAIL_FROM must be/],
    [{ SMTP_URL: "mail.example.com", MAIL_FROM: "a@example.com" }, /SMTP_URL must be such as/],
    [{ SMTP_URL: "https://mail.example.com", MAIL_FROM: "a@example.com" }, /SMTP_URL must be such as/],
    [{ ...provider, OIDC_ISSUER: "id.example.com" }, /OIDC_ISSUER must be the issuer/],
    [{ ...provider, OIDC_ISSUER: "http://id.example.com" }, /OIDC_ISSUER must be the issuer/],
    [{ ...provider, OIDC_ISSUER: "https://id.example.com/?realm=1" }, /OIDC_ISSUER must be the issuer/],
    [{ ...provider, OIDC_ISSUER: "" }, /Missing: OIDC_ISSUER\./],
    [{ ...provider, OIDC_CLIENT_SECRET: "" }, /Missing: OIDC_CLIENT_SECRET\./],
    [{ OIDC_ISSUER: provider.OIDC_ISSUER }, /Missing: OIDC_CLIENT_ID, OIDC_CLIENT_SECRET\./],
    [{ OIDC_AUDIENCE: "alprina" }, /Missing: OIDC_ISSUER\./],
    [{ OIDC_NAME: "Acme" }, /Missing: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET\./],
    [{ GITHUB_CLIENT_ID: "alprina" }, /Missing: GITHUB_CLIENT_SECRET\./],
    [{ METRICS_PORT: "3000" }, /METRICS_PORT and PORT are both 3000\. Choose another port/],
    [{ METRICS_PORT: "0" }, /METRICS_PORT/],
    [{ METRICS_TOKEN: "short" }, /METRICS_TOKEN must be at least 16 characters/],
    [{ DRAIN_SECONDS: "-1" }, /DRAIN_SECONDS/],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: "http://localhost:4318", OTEL_EXPORTER_OTLP_PROTOCOL: "http" },
      /OTEL_EXPORTER_OTLP_PROTOCOL must be one of http\/protobuf, http\/json, grpc/,
    ],
    [{ PASSWORD_SIGN_IN: "off" }, /PASSWORD_SIGN_IN is off, and there is no other way/],
    [{ PASSWORD_SIGN_IN: "no" }, /PASSWORD_SIGN_IN/],
  ])("is refused with the name of what is wrong: %o", (source, message) => {
    expect(() => readEnv(source)).toThrow(message);
  });

  it("takes the URL of a Redis as it stands, and repeats none that is wrong", () => {
    for (const url of [
      "redis://localhost",
      "redis://:a-secret-word@10.0.0.7:6380/2",
      "rediss://user:x@redis.internal",
    ]) {
      expect(readEnv({ REDIS_URL: url }).redisUrl).toBe(url);
    }
    expect(() => readEnv({ REDIS_URL: "http://:a-secret-word@localhost" })).toThrow(/^(?!.*a-secret-word)/s);
  });

  it("puts the operator's care into the policy, with the words of the documents", () => {
    expect(readEnv({}).policy).toMatchObject({
      ...{ otherNetwork: "warn", trustedNetworks: [], freshSignInSeconds: 86_400 },
      ...{ sourceBlockSeconds: 3_600, serverIsLocal: true },
    });
    const strict = readEnv({
      PUBLIC_URL: "https://login.example.com",
      TRUSTED_NETWORKS: "10.0.0.0/8, 2001:db8::/32",
      OTHER_NETWORK: "require-same-network",
      FRESH_SIGN_IN_HOURS: "0",
      SOURCE_BLOCK_MINUTES: "5",
    });
    expect(strict.policy).toMatchObject({
      ...{ otherNetwork: "refuse", trustedNetworks: ["10.0.0.0/8", "2001:db8::/32"] },
      ...{ freshSignInSeconds: 0, sourceBlockSeconds: 300, serverIsLocal: false },
    });
  });

  it("takes an identity provider whole: its issuer as it is spelled, its audience from the client id", () => {
    expect(readEnv(provider).signIn).toEqual({
      byPassword: true,
      github: undefined,
      openId: {
        issuer: "https://id.example.com/realms/main/",
        name: "id.example.com",
        audiences: ["alprina"],
        jwksUri: undefined,
        client: { id: "alprina", secret: "secret", scopes: ["openid", "email", "profile"] },
      },
    });
    const { openId } = readEnv({ ...provider, OIDC_AUDIENCE: "a, b", OIDC_SCOPES: "email" }).signIn;
    expect(openId).toMatchObject({ audiences: ["a", "b"], client: { scopes: ["openid", "email"] } });
  });

  it("takes a provider for bearer JWTs alone, and one for the button alone", () => {
    const bearer = { OIDC_ISSUER: provider.OIDC_ISSUER, OIDC_AUDIENCE: "project" };
    expect(readEnv(bearer).signIn.openId).toMatchObject({ audiences: ["project"], client: undefined });
    expect(() => readEnv({ ...bearer, PASSWORD_SIGN_IN: "off" })).toThrow(/no other way/);
    const github = { GITHUB_CLIENT_ID: "id", GITHUB_CLIENT_SECRET: "secret", PASSWORD_SIGN_IN: "off" };
    expect(readEnv(github).signIn).toMatchObject({ byPassword: false, openId: undefined });
  });

  it("sends traces when OpenTelemetry's variables name a collector, and none of them says no", () => {
    const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://localhost:4318" };
    expect(readEnv({}).traces).toBeUndefined();
    expect(readEnv(endpoint).traces).toEqual({ protocol: "http/protobuf" });
    expect(readEnv({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "http://localhost/x" }).traces).toBeDefined();
    const asJson = { OTEL_EXPORTER_OTLP_PROTOCOL: "grpc", OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: "http/json" };
    expect(readEnv({ ...endpoint, ...asJson }).traces).toEqual({ protocol: "http/json" });
    for (const no of [{ OTEL_SDK_DISABLED: "TRUE" }, { OTEL_TRACES_EXPORTER: "none" }])
      expect(readEnv({ ...endpoint, ...no }).traces).toBeUndefined();
  });

  it("is all in .env.example, with the defaults that stand there", () => {
    const lines = example.split("\n").filter((line) => /^[A-Z_]+=/.test(line));
    const named = Object.fromEntries(
      lines.map((line) => {
        const [name = "", value = ""] = line.split("=");
        return [name, value.replace(/\s*#.*$/, "")];
      }),
    );
    expect(readEnv(named)).toEqual(readEnv({}));
    const source = readFileSync(new URL("../../src/env.ts", import.meta.url), "utf8");
    const known = [...source.matchAll(/^ {2}([A-Z_]+):/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== "NODE_ENV");
    expect(Object.keys(named).sort()).toEqual(known.sort());
  });
});
