/** The SDK: one function a call, and above them `login`, `currentCredential` and `logout`. Needs nothing but `fetch`. */
export { login } from "./login";
export type {
  DashboardPrompt,
  DevicePrompt,
  LoginOptions,
  LoginPrompt,
  LoopbackPrompt,
} from "./login-options";
export { loginWithCode, type LoginWithCodeOptions } from "./login-with-code";
export { finishLogin, lookAtLogin, type PendingLogin, startLogin } from "./pending-login";
export { currentCredential, type CurrentKeyOptions, renewKey } from "./current-key";
export { logout, type LogoutAnswer } from "./logout";
export { keep as keepCredential } from "./sign-in-once";
export type { Progress, WaitOptions, Way } from "./progress";
export type { CredentialStore } from "./store";

export { discover, type Endpoints } from "./discover";
export { probeServer, type ServerProbe } from "./probe-server";
export { listDevices } from "./list-devices";
export {
  redeemDashboardCode,
  type Confirmation,
  type DashboardCodeAnswer,
  type RedeemDashboardCodeOptions,
} from "./redeem-dashboard-code";
export { renameDevice } from "./rename-device";
export { requestDeviceCode, type DeviceCode, type RequestDeviceCodeOptions } from "./request-device-code";
export { requestToken, type RequestTokenOptions, type TokenAnswer } from "./request-token";
export { revokeDevice } from "./revoke-device";
export { revokeKey } from "./revoke-key";
export { whoAmI, type Identity } from "./who-am-i";

export type { Sleep } from "./abort";
export type { Connection } from "./call";
export type { Credential, Person, Renewal } from "./credential";
export type { Device } from "./device";
export type { DeviceFacts } from "./device-facts";
export { AlprinaError, BadResponseError, MisuseError, RefusedError } from "./errors";
export type { BadResponseReason, Refusal } from "./errors";
export { normalizeServer } from "./server-url";
export type { Transport, TransportInit, TransportReply } from "./transport";
