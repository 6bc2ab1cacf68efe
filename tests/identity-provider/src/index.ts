import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SignJWT, type JWTHeaderParameters, type JWTPayload } from "jose";
import { createKey, type SigningKey } from "./keys";
import { createProvider, type Claims } from "./provider";

export type { Claims, SigningKey };

/** An OpenID provider that runs in this process, on a port of this machine. */
export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The audience of its JWT access tokens. */
  resource: string;
  /** What it signs with now: RSA first, then EC. */
  keys: () => SigningKey[];
  /** Tells it about somebody. */
  describe(subject: string, claims: Claims): void;
  /** A JWT with its signature, for an hour, and whatever else the test wants it to say. */
  sign(
    claims: JWTPayload,
    how?: { key?: SigningKey; header?: Partial<JWTHeaderParameters> },
  ): Promise<string>;
  /** A JWT access token that it gave out itself, by the client credentials grant. */
  issueAccessToken(): Promise<string>;
  /** New keys; the old ones are no longer published. */
  rotateKeys(): Promise<void>;
  /** Nobody answers at its address. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

/** Starts one. `redirectUris` are where it sends people back to; nobody signs in by a browser without any. */
export async function startIdentityProvider(redirectUris: string[] = []): Promise<IdentityProvider> {
  const registration = {
    clientId: "alprina",
    clientSecret: "a secret between alprina and its provider",
    redirectUris: redirectUris.length > 0 ? redirectUris : ["https://nobody.example/callback"],
    resource: "https://api.alprina.example",
  };
  const people = new Map<string, Claims>();
  let keys: SigningKey[] = [];
  let answer: ReturnType<ReturnType<typeof createProvider>["callback"]> | undefined;
  let generation = 0;
  let server = listener();
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;

  function listener(): Server {
    return createServer((request, response) => void answer?.(request, response));
  }
  async function rotateKeys(): Promise<void> {
    generation += 1;
    keys = await Promise.all([
      createKey("RS256", `rsa-${generation}`),
      createKey("ES256", `ec-${generation}`),
    ]);
    answer = createProvider(issuer, keys, people, registration).callback();
  }
  await rotateKeys();

  return {
    issuer,
    clientId: registration.clientId,
    clientSecret: registration.clientSecret,
    resource: registration.resource,
    keys: () => keys,
    describe: (subject, claims) => void people.set(subject, claims),
    sign(claims, { key = keys[0]!, header } = {}) {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({
        iss: issuer,
        aud: registration.clientId,
        iat: now,
        exp: now + 3600,
        ...claims,
      })
        .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: "JWT", ...header })
        .sign(key.privateKey);
    },
    async issueAccessToken() {
      const { clientId, clientSecret, resource } = registration;
      const reply = await fetch(`${issuer}/token`, {
        method: "POST",
        headers: {
          authorization: `Basic ${btoa(`${clientId}:${encodeURIComponent(clientSecret)}`)}`,
        },
        body: new URLSearchParams({ grant_type: "client_credentials", resource }),
      });
      const body = (await reply.json()) as { access_token?: string };
      if (!body.access_token) throw new Error(`The provider gave no token: ${JSON.stringify(body)}`);
      return body.access_token;
    },
    rotateKeys,
    goAway: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    async comeBack() {
      server = listener();
      await listen(server, port);
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
}
