import type { OAuthRefusal } from "../refusals";

/** What several calls of `/oauth` refuse in the same words. */

export const ourFault: Record<number, OAuthRefusal[]> = {
  500: [{ error: "server_error", when: "Our mistake; the log has it.", says: "Internal server error" }],
  503: [
    {
      error: "temporarily_unavailable",
      when: "The database does not answer. Try again later.",
      says: "Database unavailable",
    },
  ],
};

export const tooLarge: Record<number, OAuthRefusal[]> = {
  413: [
    {
      error: "invalid_request",
      when: "The body is larger than 16 KiB.",
      says: "The body is larger than 16384 bytes.",
    },
  ],
};

export const badRequest = (says: string): OAuthRefusal => ({
  error: "invalid_request",
  when: "A parameter is missing, repeated, too long, or a secret in the URL.",
  says,
});

export const badClient: Record<number, OAuthRefusal[]> = {
  401: [
    {
      error: "invalid_client",
      when: "The client is not registered, or its secret is missing or wrong.",
      says: "The client secret is wrong.",
    },
  ],
};

export const wrongGrant: OAuthRefusal = {
  error: "unauthorized_client",
  when: "This client may not use this grant.",
  says: "This client may not use the grant type device_code.",
};

export const noScope: OAuthRefusal = {
  error: "invalid_scope",
  when: "Nothing of what was asked for can be granted.",
  says: "None of these scopes can be granted. This client may ask for: profile email.",
};
