import { EnvError } from "./env-error";

/** The variables of `.env.example` about who people are, each checked by itself. */
interface SignInVariables {
  OIDC_ISSUER?: string;
  OIDC_CLIENT_ID?: string;
  OIDC_CLIENT_SECRET?: string;
  OIDC_NAME?: string;
  OIDC_SCOPES: string;
  OIDC_AUDIENCE?: string;
  OIDC_JWKS_URI?: string;
  GITHUB_CLIENT_ID?: string;
  GITHUB_CLIENT_SECRET?: string;
  PASSWORD_SIGN_IN: "on" | "off";
}

/** An OpenID provider that people come from. */
export interface OpenIdSettings {
  issuer: string;
  name: string;
  /** Audiences that a bearer JWT may be for. */
  audiences: string[];
  jwksUri: string | undefined;
  /** Absent for a provider whose JWTs are taken, but which nobody signs in at from our pages. */
  client: { id: string; secret: string; scopes: string[] } | undefined;
}

export interface SignInSettings {
  byPassword: boolean;
  openId: OpenIdSettings | undefined;
  github: { clientId: string; clientSecret: string } | undefined;
}

/** What the pages offer: buttons by the id that better-auth knows, and a password or not. */
export interface SignInWays {
  byPassword: boolean;
  providers: { id: string; name: string }[];
}

/**
 * How people may sign in.
 * @throws EnvError for half of a configuration, with what is missing of it.
 */
export function readSignIn(data: SignInVariables): SignInSettings {
  refuseHalves(data);
  const { GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret } = data;
  const settings = {
    byPassword: data.PASSWORD_SIGN_IN === "on",
    openId: readOpenId(data),
    github: clientId && clientSecret ? { clientId, clientSecret } : undefined,
  };
  if (!settings.byPassword && waysToSignIn(settings).providers.length === 0) {
    throw new EnvError(
      "PASSWORD_SIGN_IN is off, and there is no other way to sign in. Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.",
    );
  }
  return settings;
}

export function waysToSignIn({ byPassword, openId, github }: SignInSettings): SignInWays {
  const providers = openId?.client ? [{ id: "oidc", name: openId.name }] : [];
  return { byPassword, providers: github ? [...providers, { id: "github", name: "GitHub" }] : providers };
}

function readOpenId(data: SignInVariables): OpenIdSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = data;
  if (!issuer) return undefined;
  const scopes = [...new Set(["openid", ...listOf(data.OIDC_SCOPES)])];
  return {
    issuer,
    name: data.OIDC_NAME ?? new URL(issuer).hostname,
    audiences: listOf(data.OIDC_AUDIENCE ?? id),
    jwksUri: data.OIDC_JWKS_URI,
    client: id && secret ? { id, secret, scopes } : undefined,
  };
}

/** A provider without its secret, or without its issuer, would be a button that never works. */
function refuseHalves(data: SignInVariables): void {
  const isSet = (name: keyof SignInVariables) => Boolean(data[name]);
  const oidc = [
    "OIDC_CLIENT_ID",
    "OIDC_CLIENT_SECRET",
    "OIDC_NAME",
    "OIDC_AUDIENCE",
    "OIDC_JWKS_URI",
  ] as const;
  const wanted: (keyof SignInVariables)[] = [];
  if (oidc.some(isSet)) wanted.push("OIDC_ISSUER");
  // An issuer and an audience are enough to take its JWTs as bearer; anything more is a button.
  const isBearerAlone = isSet("OIDC_AUDIENCE") && !isSet("OIDC_CLIENT_ID") && !isSet("OIDC_CLIENT_SECRET");
  if ((isSet("OIDC_ISSUER") || wanted.length > 0) && !isBearerAlone) {
    wanted.push("OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET");
  }
  if (isSet("GITHUB_CLIENT_ID") || isSet("GITHUB_CLIENT_SECRET")) {
    wanted.push("GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET");
  }
  const missing = wanted.filter((name) => !isSet(name));
  if (missing.length === 0) return;
  throw new EnvError(
    `Half of an identity provider is configured. Missing: ${missing.join(", ")}. docs/identity-providers.md says what each provider needs.`,
  );
}

function listOf(value: string | undefined): string[] {
  return value?.split(/[\s,]+/).filter(Boolean) ?? [];
}
