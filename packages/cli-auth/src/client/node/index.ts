/** What the SDK does with Node's help: keep keys in the keychain or a file, and say which machine this is. */
export {
  createCredentialStore,
  DEFAULT_PROFILE,
  type FileCredentialStore,
  profileName,
  type StoredLogin,
  tilde,
} from "./credential-store";
export { collectDeviceFacts } from "./device-facts";
export { readHostEnv } from "./env";
export { FileError } from "./file-error";
export { canOpenBrowser, whyNoLoopback } from "./host";
export { type Keychain, KeychainError, systemKeychain } from "./keychain";
export { createPendingLogins, type PendingLogins } from "./pending-logins";
export { readPrivateJson, updatePrivateJson } from "./private-json";
export { proxyFor } from "./proxy";
export { type Shape, object, optional, string } from "../shape";
