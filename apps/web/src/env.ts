import ipaddr from "ipaddr.js";
import { z } from "zod";
import { readBrand } from "./env-brand";
import { EnvError } from "./env-error";
import { isGuessable } from "./env-secret";
import { brandLinks, type BrandLinks } from "./server/brand";
import { readMail } from "./env-mail";
import { readMetrics, sendsTraces, tracesProtocol } from "./env-observe";
import { readSignIn, waysToSignIn, type SignInSettings, type SignInWays } from "./env-sign-in";

export { EnvError };

/** The only reader of `process.env`. Every variable stands in `.env.example` with a line of why. */

const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const seconds = (fallback: number, { min, max }: { min: number; max: number }) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

const networks = optional
  .transform((value) => value?.split(/[\s,]+/).filter(Boolean) ?? [])
  .refine((list) => list.every(isNetwork), { message: "must be addresses or CIDR ranges, with commas" });

const origin = optional
  .refine((value) => value === undefined || isOrigin(value), {
    message: 'must be an origin such as "https://login.example.com", without a path',
  })
  .transform((value) => value && new URL(value).origin);

// Compared letter by letter with what tokens say of themselves, so it is kept as it was written.
const issuer = optional.refine(
  (value) => value === undefined || (isPrivateUrl(value) && !/[?#]/.test(value)),
  { message: 'must be the issuer as the provider spells it, such as "https://id.example.com/realms/main"' },
);

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: optional,
  PUBLIC_URL: origin,
  DATABASE_URL: optional,
  REDIS_URL: optional.refine((value) => value === undefined || isRedisUrl(value), {
    message: 'must be the URL of a Redis, such as "redis://localhost:6379", or "rediss://…" for TLS',
  }),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(1000).default(20),
  DATA_DIR: optional,
  AUTH_SECRET: optional
    .refine((value) => value === undefined || value.length >= 32, {
      message: 'must be at least 32 characters; make one with "openssl rand -base64 32"',
    })
    .refine((value) => value === undefined || !isGuessable(value), {
      message: 'can be guessed; make one with "openssl rand -base64 32"',
    }),
  TRUSTED_PROXIES: networks,
  TRUSTED_NETWORKS: networks,
  OTHER_NETWORK: z.enum(["warn", "require-same-network"]).default("warn"),
  FRESH_SIGN_IN_HOURS: z.coerce.number().min(0).max(8760).default(24),
  SOURCE_BLOCK_MINUTES: z.coerce.number().min(0).max(10_080).default(60),
  LIMIT_FACTOR: z.coerce.number().positive().default(1),
  APP_NAME: z.string().trim().min(1).default("Alprina"),
  CLI_NAME: z
    .string()
    .regex(/^[a-z][a-z0-9_-]*$/i, "must be one word, as it is typed in a shell")
    .default("alprina"),
  BRAND_ACCENT: optional.refine((value) => value === undefined || /^#[0-9a-f]{6}$/i.test(value), {
    message: 'must be a colour such as "#0d6b4f"',
  }),
  BRAND_MARK: optional,
  API_KEY_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9_]{1,39}$/i, "must be letters, digits and underscores, 40 at most")
    .default("alprina_sk_live_"),
  API_KEY_TTL_DAYS: z.coerce.number().int().min(1).max(3650).default(365),
  ACTIVITY_DAYS: z.coerce.number().int().min(1).max(3650).default(400),
  DEVICE_CODE_TTL_SECONDS: seconds(900, { min: 5, max: 1800 }),
  DASHBOARD_CODE_TTL_SECONDS: seconds(900, { min: 5, max: 1800 }),
  DASHBOARD_CODE_LENGTH: z.coerce.number().int().min(6).max(12).default(6),
  DASHBOARD_CODE_CONFIRMATION: z.enum(["optional", "required"]).default("optional"),
  SMTP_URL: optional,
  MAIL_FROM: optional,
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("warn"),
  METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  METRICS_HOST: z.string().trim().default("127.0.0.1"),
  METRICS_TOKEN: optional,
  DRAIN_SECONDS: z.coerce.number().min(0).max(300).default(0),
  OTEL_SDK_DISABLED: optional,
  OTEL_TRACES_EXPORTER: optional,
  OTEL_EXPORTER_OTLP_ENDPOINT: optional,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: optional,
  OTEL_EXPORTER_OTLP_PROTOCOL: optional,
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: optional,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  OIDC_NAME: optional,
  OIDC_SCOPES: z.string().trim().default("openid email profile"),
  OIDC_AUDIENCE: optional,
  OIDC_JWKS_URI: optional.refine((value) => value === undefined || isPrivateUrl(value), {
    message: "must be a URL on https",
  }),
  GITHUB_CLIENT_ID: optional,
  GITHUB_CLIENT_SECRET: optional,
  PASSWORD_SIGN_IN: z.enum(["on", "off"]).default("on"),
});

/** What the operator set, checked and in our words. */
export type Env = ReturnType<typeof readEnv>;

/** @throws EnvError with one line for every variable that is wrong. */
export function readEnv(source: Record<string, string | undefined> = process.env) {
  // A variable that is set to nothing is one that is not set.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new EnvError(
      parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("\n"),
    );
  }
  const { data } = parsed;
  const signIn = readSignIn(data);
  const mail = readMail(data);
  const metrics = readMetrics(data);
  const publicUrl = data.PUBLIC_URL ?? `http://localhost:${data.PORT}`;
  /** Served to this machine only, as on a developer's desk. */
  const isLocal = isLoopback(new URL(publicUrl).hostname);
  return {
    isDevelopment: data.NODE_ENV === "development",
    port: data.PORT,
    host: data.HOST,
    publicUrl,
    isLocal,
    databaseUrl: data.DATABASE_URL,
    databaseConnections: data.DATABASE_CONNECTIONS,
    /** With the password in it: not for logs. */
    redisUrl: data.REDIS_URL,
    dataDir: data.DATA_DIR,
    authSecret: data.AUTH_SECRET,
    trustedProxies: data.TRUSTED_PROXIES,
    limitFactor: data.LIMIT_FACTOR,
    activityDays: data.ACTIVITY_DAYS,
    appName: data.APP_NAME,
    brand: readBrand(data),
    logLevel: data.LOG_LEVEL,
    metrics,
    /** Undefined on a server that sends none. */
    traces: sendsTraces(data) ? { protocol: tracesProtocol(data) } : undefined,
    /** How long it goes on answering after SIGTERM, so that a balancer can see `/readyz` fail first. */
    drainSeconds: data.DRAIN_SECONDS,
    signIn,
    /** Undefined on a server that sends none. */
    mail,
    policy: {
      deviceCodeTtlSeconds: data.DEVICE_CODE_TTL_SECONDS,
      dashboardCodeTtlSeconds: data.DASHBOARD_CODE_TTL_SECONDS,
      dashboardCodeLength: data.DASHBOARD_CODE_LENGTH,
      dashboardCodeConfirmation: data.DASHBOARD_CODE_CONFIRMATION,
      apiKeyTtlSeconds: data.API_KEY_TTL_DAYS * 24 * 60 * 60,
      freshSignInSeconds: Math.round(data.FRESH_SIGN_IN_HOURS * 60 * 60),
      otherNetwork: data.OTHER_NETWORK === "warn" ? ("warn" as const) : ("refuse" as const),
      trustedNetworks: data.TRUSTED_NETWORKS,
      sourceBlockSeconds: Math.round(data.SOURCE_BLOCK_MINUTES * 60),
      serverIsLocal: isLocal,
      signInWays: waysInOrder(signIn),
      appName: data.APP_NAME,
      apiKeyPrefix: data.API_KEY_PREFIX,
      cliName: data.CLI_NAME,
      tellsOfNewDevices: mail !== undefined,
    },
  };
}

/** `password`, and the ids of the providers. */
function waysInOrder(signIn: SignInSettings): string[] {
  const { byPassword, providers } = waysToSignIn(signIn);
  return [...(byPassword ? ["password"] : []), ...providers.map(({ id }) => id)];
}

/** What the pages may show of it. */
export function publicConfig(): {
  appName: string;
  brand: BrandLinks;
  cliName: string;
  publicUrl: string;
  activityDays: number;
  signInWays: SignInWays;
} {
  const { activityDays, appName, brand, policy, publicUrl, signIn } = readEnv();
  return {
    ...{ activityDays, appName, publicUrl, cliName: policy.cliName },
    brand: brandLinks(brand),
    signInWays: waysToSignIn(signIn),
  };
}

function isOrigin(value: string): boolean {
  try {
    const url = new URL(value);
    return (
      /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash && !url.username
    );
  } catch {
    return false;
  }
}

function isRedisUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname } = new URL(value);
  return /^rediss?:$/.test(protocol) && hostname !== "" && /^(\/\d*)?$/.test(pathname);
}

/** On https, or on this machine, where a provider under test may run: what is read there decides who somebody is. */
function isPrivateUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

function isNetwork(value: string): boolean {
  return ipaddr.isValid(value) || ipaddr.isValidCIDR(value);
}

function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (host === "localhost" || host.endsWith(".localhost")) return true;
  return ipaddr.isValid(host) && ipaddr.process(host).range() === "loopback";
}
