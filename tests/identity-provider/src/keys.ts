import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from "jose";

/** A key that the provider signs with. */
export interface SigningKey {
  alg: "RS256" | "ES256";
  kid: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  /** With the private half, as the provider is configured with it. */
  jwk: JWK;
}

export async function createKey(alg: SigningKey["alg"], kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid, alg, use: "sig" };
  return { alg, kid, privateKey, publicKey, jwk };
}
