/** Somebody as an OpenID provider vouches for them, its signature checked. */
export interface FederatedIdentity {
  /** The provider, letter by letter as it spells itself. */
  issuer: string;
  /** Who it is there: unique within the issuer and never given to another (OpenID Connect Core §2, `sub`). */
  subject: string;
  email: string | null;
  /** Only when the provider says so in as many words. */
  isEmailVerified: boolean;
  fullName: string | null;
}

/** What better-auth calls the way that these people come by (`account.provider_id`, and in the redirect URI). */
export const OPENID_ACCOUNT = "oidc";

/** OpenID Connect Core §2: a subject is at most 255 characters. */
const MAX_SUBJECT_LENGTH = 255;

/**
 * The key of an account at a provider: issuer and subject, since a subject says nothing without its issuer. An
 * issuer has no `#` in it (Discovery §3), so no two pairs give one key. Null for a subject that cannot be one.
 */
export function openIdAccount(issuer: string, subject: string): string | null {
  if (subject === "" || subject.length > MAX_SUBJECT_LENGTH) return null;
  return `${issuer}#${subject}`;
}

/** The subject in such a key. */
export function subjectOfAccount(account: string): string {
  return account.slice(account.indexOf("#") + 1);
}
