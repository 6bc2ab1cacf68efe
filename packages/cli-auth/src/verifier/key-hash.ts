/** A key's SHA-256, a character a byte. Whoever reads the memory of an API should find no keys in it. */
export async function hashKey(apiKey: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(apiKey));
  return String.fromCharCode(...new Uint8Array(digest));
}
