import { type Context, requireKey } from "../context";

/** Prints the key, and nothing else: for `$(alprina token)`. One that is renewed is good for a minute at least. */
export async function token(context: Context): Promise<void> {
  const { output, terminal, server, profile } = context;
  const { apiKey, source, credential } = await requireKey(context);
  const expiresAt = credential ? (credential.renewal?.keyExpiresAt ?? credential.expiresAt) : null;
  output.result({ server, profile, apiKey, expiresAt, keySource: source }, () => terminal.data(apiKey));
}
