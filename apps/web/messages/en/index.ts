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

/** What every language says: the keys of all others, and what is filled into each sentence, are held against these. */
export default {
  account,
  activity,
  authorize,
  devices,
  docs,
  errors,
  landing,
  revoke,
  session,
  site,
} as const;
