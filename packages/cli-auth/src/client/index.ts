/** The SDK: one function a call, and above them `login`, `loginWithCode` and `logout`. Needs nothing but `fetch`. */
export { login, type LoginOptions, type LoginPrompt } from "./login";
export { loginWithCode, type ConnectPrompt, type LoginWithCodeOptions } from "./login-with-code";
export { logout, type LogoutAnswer } from "./logout";
export type { Progress, WaitOptions } from "./poll-until-decided";

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
export type { Credential, Person } from "./credential";
export type { Device } from "./device";
export type { DeviceFacts } from "./device-facts";
export { AlprinaError, BadResponseError, MisuseError, RefusedError } from "./errors";
export type { BadResponseReason, Refusal } from "./errors";
export { normalizeServer } from "./server-url";
