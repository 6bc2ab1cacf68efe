/** For APIs that people call with the keys of this server: whose is it, and may it? Needs `fetch` and WebCrypto. */
export { createKeyVerifier, type KeyAnswer, type KeyVerifier, type VerifyKeyOptions } from "./key-verifier";
export type { KeyVerifierOptions } from "./options";
export type { VerifiedKey } from "./verified-key";

export { keyAuth, type Admission, type KeyAuthOptions } from "./key-auth";
export type { KeyRefusal } from "./refusals";

export { introspectKey, type IntrospectAnswer } from "./introspect-key";
export { readBearer, type Bearer } from "./bearer";

export { AlprinaError, BadResponseError, MisuseError, RefusedError } from "../client/errors";
export type { BadResponseReason, Refusal } from "../client/errors";
