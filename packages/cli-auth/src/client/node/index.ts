/** What the SDK does with Node's help: keep keys in a file, and say which machine this is. */
export { createCredentialStore, type CredentialStore } from "./credential-store";
export { collectDeviceFacts } from "./device-facts";
export { FileError } from "./file-error";
export { readPrivateJson, updatePrivateJson } from "./private-json";
