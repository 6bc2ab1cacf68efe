/**
 * What a key may be allowed to do: the only list. A person reads `title` and `says` on the page where they
 * approve. Adding a scope is one more line here, and a check where it opens something.
 */
export const scopes = {
  openid: { title: "Know who you are", says: "It learns which account of this server is yours." },
  profile: { title: "Your name", says: "It reads the name in your account." },
  email: { title: "Your e-mail address", says: "It reads your address, and whether it is confirmed." },
  "devices:read": { title: "See your devices", says: "It lists every terminal that is signed in as you." },
  "devices:write": {
    title: "Manage your devices",
    says: "It renames your devices and signs them out. It cannot add one.",
  },
  offline_access: {
    title: "Stay signed in",
    says: "It renews its key by itself, until you revoke it or its time is over.",
  },
} as const;

export type Scope = keyof typeof scopes;

export const allScopes = Object.keys(scopes) as Scope[];

/** What a client gets that asks for nothing, and what a key may do that is older than scopes. */
const DEFAULT_SCOPES: readonly Scope[] = ["profile", "email", "devices:read", "devices:write"];

const isScope = (name: string): name is Scope => Object.hasOwn(scopes, name);

/**
 * The scopes that `asked` (names with spaces between, RFC 6749 §3.3) comes to for a client that may have
 * `allowed`. Names that we do not know, or that the client may not have, are passed over: what was granted is
 * always said. Asking for nothing is asking for the default, or for all that a client may have which may have none
 * of that. Null when nothing can be granted.
 */
export function grantableScopes(
  asked: string | null | undefined,
  allowed: readonly string[],
): Scope[] | null {
  const names = words(asked);
  const within = (wanted: readonly Scope[]) => inOrder(wanted.filter((scope) => allowed.includes(scope)));
  const granted = names.length > 0 ? within(names.filter(isScope)) : within(DEFAULT_SCOPES);
  if (granted.length > 0) return granted;
  return names.length === 0 && allowed.length > 0 ? within(allScopes) : null;
}

/** What is left of `requested` when a person allows only `chosen`. Nobody can add to what was asked for. */
export function narrowScopes(requested: readonly Scope[], chosen: readonly string[]): Scope[] {
  return requested.filter((scope) => chosen.includes(scope));
}

/** The scopes that a row holds; a row from before there were scopes holds the default. */
export function readScopes(stored: string | null): Scope[] {
  return stored === null ? [...DEFAULT_SCOPES] : inOrder(words(stored).filter(isScope));
}

/** How scopes stand in a row and on the wire. */
export function writeScopes(granted: readonly Scope[]): string {
  return granted.join(" ");
}

function words(text: string | null | undefined): string[] {
  return (text ?? "").split(" ").filter(Boolean);
}

/** Each once, in the order of the list above, so that equal sets read the same. */
function inOrder(granted: readonly Scope[]): Scope[] {
  return allScopes.filter((scope) => granted.includes(scope));
}
