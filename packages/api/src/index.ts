/** The product's one door: the router, what it must be handed, and the types that cross it. */
export {
  appRouter,
  createCaller,
  type AppRouter,
  type Caller,
  type Context,
  type InstanceHealth,
  type SignedIn,
  type WatchProcedure,
} from "./routers/root";
export { answerOutcome } from "./trpc";
export { defaultPolicy, type Policy } from "./domain/policy";
export { isProductError, ProductError, type ErrorCode } from "./domain/errors";
export {
  budgetNames,
  createBudgets,
  createMissingBudgets,
  type BudgetName,
  type Budgets,
} from "./limits/budgets";
export { createHub, type Events, type Happening } from "./events/hub";
export { openPostgresEvents } from "./events/postgres-link";
export { createRedisTeller, openRedisEvents } from "./events/redis-link";
export { createWaiting, type Waiting } from "./events/waiting";
export { openRedis, type RedisLink, type RedisNews } from "./redis";
export { createPollPacer } from "./limits/poll-pacer";
export { awaitDecision } from "./services/await-decision";
export { pollFromMemory } from "./services/poll-login";
export { createSecrets, type Secrets } from "./services/secrets";
export { grantTypes, type Client, type ClientKind, type GrantType } from "./domain/client";
export { allScopes, scopes, type Scope } from "./domain/scopes";
export {
  activityGroups,
  activityKinds,
  activityWords,
  isActivityGroup,
  type ActivityGroup,
  type ActivityKind,
} from "./domain/activity";
export { forgetActivity, forgetSpent } from "./services/forget-activity";
export { forgetBudgets } from "./services/forget-budgets";
export type { LoginView } from "./services/show-login";
export { forgetDeadRows } from "./services/forget-dead-rows";
export { describeSource, findNoPlace, type FindPlace, type Source } from "./places/source";
export { findPlaceIn } from "./places/database";
export {
  listEverybodysActivity,
  type ActivityItem,
  type ActivityPage,
  type EverybodysActivityItem,
  type EverybodysActivityQuery,
} from "./services/list-activity";
export {
  deliverAlert,
  forgetOldAlerts,
  type AlertMail,
  type Delivery,
  type SendAlert,
  type SendAnswer,
} from "./services/deliver-alert";
export type { RevocableDevice } from "./services/revocable-device";
export type { RevocationAnswer } from "./services/review-revocation";
export {
  beginSignIn,
  isPasswordUnchanged,
  noteFailedSignIn,
  type SignInAttempt,
} from "./services/begin-sign-in";
export {
  hasSecondFactor,
  proveFirstFactor,
  readFirstFactor,
  SECOND_STEP_SECONDS,
} from "./services/ask-second-factor";
export { passSecondFactor, type PassSecondFactorAnswer } from "./services/pass-second-factor";
export { requireRoomForPasskey } from "./services/passkeys";
export { mustSignInAgain, requireFreshSignIn } from "./services/require-fresh-sign-in";
export type { SecondFactorView } from "./services/second-factor";
export { listPeople } from "./services/list-people";
export {
  changeEmailOf,
  lockPerson,
  showPerson,
  signOutPerson,
  turnOffSecondFactorOf,
  unlockPerson,
  type ShownPerson,
} from "./services/operate-people";
export { appointOperator, dismissOperator } from "./services/appoint-operator";
export { registerClient, type RegisterClientInput } from "./services/register-client";
export { listClients, type ClientView } from "./services/list-clients";
export { listSigningKeys, type SigningKeyView } from "./services/list-signing-keys";
export { previewClientRemoval } from "./services/preview-client-removal";
export { removeClient } from "./services/remove-client";
export { replaceClientSecret } from "./services/replace-client-secret";
export { rotateSigningKey } from "./services/signing-keys";
export { updateClient, type ClientChanges } from "./services/update-client";
export { createClientDirectory } from "./store/client-directory";
export { createKeyDirectory } from "./store/key-directory";
export { createKeyUses } from "./store/key-uses";
export type { LinkedAccount, Passkey } from "./store/index";
export {
  createMissingStore,
  createStore,
  type ListedPerson,
  type OperatorStanding,
  type Store,
  type Person,
} from "./store/index";
export { isLockedOut } from "./store/violations";
export { OPENID_ACCOUNT, openIdAccount, type FederatedIdentity } from "./domain/federated-identity";
export { findOrCreateFederatedPerson } from "./services/find-or-create-federated-person";
export { readFederatedProfile } from "./services/federated-profile";
export { databaseUnavailable, type Standing } from "./store/availability";
export { pollLogin } from "./services/poll-login";
export { verifyKey, verifyKeyFromMemory } from "./services/verify-key";
export { introspectToken, introspectTokenFromMemory } from "./services/introspect-token";
export type { Deps, Passwords, Sender } from "./services/deps";
export type { Figures } from "./services/count-figures";
export type { OwnedDevice } from "./services/browse-devices";
export type { PersonInDetail } from "./services/look-at-person";
export type { BrowserView } from "./services/list-sessions";
export type { DashboardCodeView } from "./services/watch-dashboard-code";
export type { DecideAnswer } from "./services/decide-request";
export type { Device } from "./services/devices";
export type { IssuedDashboardCode } from "./services/issue-dashboard-code";
export type { IssuedKey } from "./services/issue-key";
export type { LoginRequest, ReviewAnswer, RequestingClient, ScopeOffer } from "./services/review-request";
export type {
  AuthorizationConsent,
  AuthorizationInput,
  ReviewAuthorizationAnswer,
  UnusableLink,
} from "./services/review-authorization";
