/** What the SDK does with Node's help: `createCliAuth`, and what that is made of. */
export {
  type Account,
  type CliAuth,
  type CliAuthConfig,
  createCliAuth,
  type FoundKey,
  personName,
} from "./cli-auth";
export {
  createCredentialStore,
  DEFAULT_PROFILE,
  type FileCredentialStore,
  profileName,
  type StoredLogin,
  tilde,
} from "./credential-store";
export { collectDeviceFacts } from "./device-facts";
export { type BrandEnv, readBrandEnv, readHostEnv } from "./env";
export { type Advice, type Explained, exitCodes, explainError, waitingTime } from "./explain";
export { FileError } from "./file-error";
export { canOpenBrowser, whyNoLoopback } from "./host";
export { type Keychain, KeychainError, systemKeychain } from "./keychain";
export { createPendingLogins, type PendingLogins } from "./pending-logins";
export { readPrivateJson, updatePrivateJson } from "./private-json";
export { proxyFor } from "./proxy";
export { SignedOutError } from "./signed-out";
export { type Shape, object, optional, string } from "../shape";
