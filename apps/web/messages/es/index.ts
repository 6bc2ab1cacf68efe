import type { Messages, Translation } from "@/i18n/messages";
import account from "./account";
import activity from "./activity";
import admin from "./admin";
import authorize from "./authorize";
import devices from "./devices";
import docs from "./docs";
import errors from "./errors";
import frame from "./frame";
import landing from "./landing";
import mail from "./mail";
import revoke from "./revoke";
import session from "./session";
import site from "./site";

/** Español. */
export default {
  ...{ account, activity, admin, authorize, devices, docs, errors, frame, landing, mail, revoke },
  ...{ session, site },
} satisfies Translation<Messages>;
