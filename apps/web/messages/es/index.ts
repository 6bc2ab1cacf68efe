import type { Messages, Translation } from "@/i18n/messages";
import account from "./account";
import activity from "./activity";
import authorize from "./authorize";
import devices from "./devices";
import docs from "./docs";
import errors from "./errors";
import landing from "./landing";
import revoke from "./revoke";
import session from "./session";
import site from "./site";

/** Español. */
export default {
  ...{ account, activity, authorize, devices, docs, errors, landing, revoke, session, site },
} satisfies Translation<Messages>;
