import { beforeAll, expect, it } from "vitest";
import { deliverAlert, forgetBudgets, forgetDeadRows, forgetOldAlerts, forgetSpent } from "../../src/index";
import { newOperator } from "../support/operators";
import { approvedCode, OWN, renewableKey } from "../support/oauth";
import { plansOf } from "../support/plans";
import {
  adasKey,
  approvedLogin,
  openProduct,
  reviewedLogin,
  type Cast,
  type Product,
} from "../support/product";

/** The tables that grow with logins, and with people. */
const GROWING =
  /Seq Scan on (device_grant|api_key|dashboard_code|authorization_code|refresh_token|session|verification|budget|device_alert|activity|"user")\b/;

let product: Product & Cast;
// Large enough that reading all of a table is never the cheaper way.
const ROWS = 30_000;
const spread = "now() - (n % 20 - 10) * interval '1 hour'";
const hash = (what: string) => `sha256(('${what}' || n)::bytea)`;
const id = "md5(n::text)::uuid";
const tables = {
  '"user" (id, email, full_name)': `'p' || n, 'p' || n || '@example.com', ''`,
  "device_grant (id, device_code_hash, user_code_hmac, client_id, interval_seconds, reviewer_id, created_at, expires_at)": `${id}, ${hash("d")}, ${hash("u")}, 'alprina-cli', 5, 'p' || n, now(), ${spread}`,
  "dashboard_code (id, user_id, code_hmac, created_at, expires_at)": `${id}, 'p' || n, ${hash("c")}, now(), ${spread}`,
  "authorization_code (id, code_hash, client_id, user_id, redirect_uri, code_challenge, scope, created_at, expires_at)": `${id}, ${hash("a")}, 'alprina-cli', 'p' || n, '', '', '', now(), ${spread}`,
  "api_key (id, user_id, key_hash, visible_start, name, client_id, created_at, expires_at, renewable_until, revoked_at, previous_key_hash, device_grant_id, dashboard_code_id, authorization_code_id)": `${id}, 'p' || n, ${hash("k")}, '', '', 'alprina-cli', now(), ${spread},
     CASE WHEN n % 2 = 0 THEN ${spread} END, CASE WHEN n % 3 = 0 THEN ${spread} END, CASE WHEN n % 2 = 0 THEN ${hash("f")} END,
     CASE WHEN n % 3 = 0 THEN ${id} END, CASE WHEN n % 3 = 1 THEN ${id} END, CASE WHEN n % 3 = 2 THEN ${id} END`,
  "refresh_token (id, token_hash, api_key_id, created_at, rotated_at, status)": `${id}, ${hash("r")}, ${id}, now(), CASE WHEN n % 2 = 0 THEN ${spread} END, CASE WHEN n % 2 = 0 THEN 'rotated' ELSE 'current' END::refresh_token_status`,
  "session (id, token, user_id, expires_at)": `n, n, 'p' || n, ${spread}`,
  "verification (id, identifier, value, expires_at)": `n, n, '', ${spread}`,
  "budget (key, points, expire)": `'user-code:person:p' || n, 1, extract(epoch FROM ${spread}) * 1000`,
  "device_alert (device_id, user_id, created_at, next_try_at)": `${id}, 'p' || n, ${spread}, CASE WHEN n % 50 = 0 THEN ${spread} END`,
  "activity (at, kind, user_id, grant_id)": `${spread}, 'login-started', 'p' || n, ${id}`,
};

beforeAll(async () => {
  product = await openProduct({ tellsOfNewDevices: true });
  const { pool } = product.database;
  const fill = await pool.connect();
  await fill.query("SET session_replication_role = replica");
  for (const [into, values] of Object.entries(tables)) {
    await fill.query(`INSERT INTO ${into} SELECT ${values} FROM generate_series(1, ${ROWS}) n`);
  }
  await fill.query("ANALYZE");
  fill.release(true);
});

const ada = () => product.as(product.ada);
const terminal = () => product.terminal;
const forget = { activityDays: 1, batch: 500 };

/** What is done, prepared before it is watched, and the indexes by which it must find its rows. */
const calls: [string, () => Promise<() => Promise<unknown>>, string[]][] = [
  ["the start of a login", async () => () => terminal().logins.start({}), []],
  [
    "a poll",
    async () => {
      const { deviceCode } = await terminal().logins.start({});
      return () => terminal().logins.poll({ deviceCode });
    },
    ["device_grant_device_code_hash_key"],
  ],
  [
    "a review",
    async () => {
      const { userCode } = await terminal().logins.start({});
      return () => ada().grants.review({ userCode });
    },
    ["device_grant_user_code_hmac_key", "device_grant_pkey"],
  ],
  [
    "a decision",
    async () => {
      const { grantId } = await reviewedLogin(product);
      return () => ada().grants.decide({ grantId, decision: "approve" });
    },
    ["device_grant_pkey"],
  ],
  [
    "a redemption",
    async () => {
      const { deviceCode } = await approvedLogin(product);
      return () => terminal().logins.poll({ deviceCode });
    },
    ["device_grant_pkey", "user_pkey"],
  ],
  [
    "the check of a key",
    async () => {
      const { apiKey } = await adasKey(product);
      return () => terminal().keys.verify({ apiKey });
    },
    ["api_key_key_hash_key", "user_pkey"],
  ],
  [
    "the check of a key before its renewal",
    async () => {
      const { apiKey, refreshToken } = await renewableKey(product);
      await terminal().tokens.renew({ client: OWN, refreshToken });
      return () => terminal().keys.verify({ apiKey });
    },
    ["api_key_previous_key_hash_key"],
  ],
  [
    "a renewal",
    async () => {
      const { refreshToken } = await renewableKey(product);
      return () => terminal().tokens.renew({ client: OWN, refreshToken });
    },
    ["refresh_token_token_hash_key", "api_key_pkey"],
  ],
  [
    "an authorization code that comes twice",
    async () => {
      const code = await approvedCode(product);
      await terminal().authorizations.redeem(code);
      return () => terminal().authorizations.redeem(code);
    },
    ["authorization_code_code_hash_key", "api_key_authorization_code_id_key"],
  ],
  ["the list of devices", async () => () => ada().devices.list(), ["api_key_user_id_created_at_idx"]],
  ["the list of browsers", async () => () => ada().sessions.list(), ["session_user_id_idx"]],
  [
    "a dashboard code, its redemption, and its page",
    async () => async () => {
      const { id, code: dashboardCode } = await ada().dashboardCodes.issue();
      await terminal().dashboardCodes.redeem({ dashboardCode, offersConfirmation: false });
      await ada().dashboardCodes.status({ id });
    },
    ["dashboard_code_code_hmac_key", "dashboard_code_pkey", "api_key_dashboard_code_id_key"],
  ],
  [
    "the clean-up",
    async () => async () => {
      await forgetDeadRows(product.deps, forget);
      await forgetBudgets(product.deps);
      await forgetOldAlerts(product.deps);
      await forgetSpent(product.deps);
    },
    [
      ...[
        "dashboard_code_expires_at_idx",
        "device_grant_expires_at_idx",
        "authorization_code_expires_at_idx",
      ],
      ...["api_key_ends", "api_key_renewing_ends", "api_key_revoked", "refresh_token_rotated"],
      ...["session_expires_at_idx", "verification_expires_at_idx", "budget_expire_idx"],
      "device_alert_created_at_idx",
    ],
  ],
  [
    "what an operator is asked for with each call, and what they do",
    async () => {
      const { caller } = await newOperator(product);
      return () => caller.admin.people.signOut({ id: "grace", devices: true });
    },
    ["user_pkey"],
  ],
  [
    "a page of people",
    async () => {
      const { caller } = await newOperator(product);
      return () => caller.admin.people.list({});
    },
    ["user_created_at_id_idx", "session_user_id_idx", "api_key_user_id_created_at_idx"],
  ],
  [
    "a page of devices",
    async () => {
      const { caller } = await newOperator(product);
      return () => caller.admin.devices.list({});
    },
    ["api_key_created_at_id_idx"],
  ],
  [
    "a mail that is due",
    async () => () => deliverAlert(product.deps, () => Promise.resolve({ kind: "sent" as const })),
    ["device_alert_next_try_at_idx"],
  ],
];

it.each(calls)("%s finds its rows by indexes", async (_, prepare, indexes) => {
  const plans = await plansOf(product.database, await prepare());
  expect(plans.length).toBeGreaterThan(0);
  for (const { text, plan } of plans) expect(plan, text).not.toMatch(GROWING);
  const all = plans.map(({ plan }) => plan).join("\n");
  for (const index of indexes) expect(all).toMatch(new RegExp(`\\b${index}\\b`));
});
