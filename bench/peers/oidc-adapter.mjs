/**
 * A PostgreSQL adapter for oidc-provider, after the example of its documentation: one table, the payload as JSON,
 * and an index for each of the three ways to look something up. Every statement is prepared.
 * @typedef {import("pg").Pool} Pool
 * @typedef {import("oidc-provider").AdapterPayload} Payload
 */

/** @param {Pool} pool */
export async function createTable(pool) {
  await pool.query(`
    CREATE TABLE IF NOT EXISTS oidc (
      model text NOT NULL, id text NOT NULL, payload jsonb NOT NULL,
      grant_id text, user_code text, uid text, expires_at timestamptz, consumed_at timestamptz,
      PRIMARY KEY (model, id)
    );
    CREATE INDEX IF NOT EXISTS oidc_grant ON oidc (grant_id) WHERE grant_id IS NOT NULL;
    CREATE INDEX IF NOT EXISTS oidc_user_code ON oidc (user_code) WHERE user_code IS NOT NULL;
    CREATE INDEX IF NOT EXISTS oidc_uid ON oidc (uid) WHERE uid IS NOT NULL`);
}

/** @param {Pool} pool */
export function adapterOn(pool) {
  const found = "SELECT payload, expires_at, consumed_at FROM oidc WHERE model = $1 AND";
  /**
   * @param {string} name
   * @param {string} text
   * @param {unknown[]} values
   * @returns {Promise<Payload | undefined>}
   */
  const findOne = async (name, text, values) => {
    const { rows } = await pool.query({ name, text, values });
    const row = rows[0];
    if (!row || (row.expires_at && row.expires_at <= new Date())) return undefined;
    return row.consumed_at ? { ...row.payload, consumed: Math.floor(row.consumed_at / 1000) } : row.payload;
  };

  return class PostgresAdapter {
    /** @param {string} model */
    constructor(model) {
      this.model = model;
    }
    /**
     * @param {string} id
     * @param {Payload} payload
     * @param {number} expiresIn
     */
    async upsert(id, payload, expiresIn) {
      await pool.query({
        name: "upsert",
        text: `INSERT INTO oidc (model, id, payload, grant_id, user_code, uid, expires_at)
               VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 second')
               ON CONFLICT (model, id) DO UPDATE SET payload = $3, grant_id = $4, user_code = $5, uid = $6,
                 expires_at = now() + $7 * interval '1 second'`,
        values: [this.model, id, payload, payload.grantId, payload.userCode, payload.uid, expiresIn ?? null],
      });
    }
    /** @param {string} id */
    find(id) {
      return findOne("find", `${found} id = $2`, [this.model, id]);
    }
    /** @param {string} userCode */
    findByUserCode(userCode) {
      return findOne("find-user-code", `${found} user_code = $2`, [this.model, userCode]);
    }
    /** @param {string} uid */
    findByUid(uid) {
      return findOne("find-uid", `${found} uid = $2`, [this.model, uid]);
    }
    /** @param {string} id */
    async consume(id) {
      const text = "UPDATE oidc SET consumed_at = now() WHERE model = $1 AND id = $2";
      await pool.query({ name: "consume", text, values: [this.model, id] });
    }
    /** @param {string} id */
    async destroy(id) {
      await pool.query({
        name: "destroy",
        text: "DELETE FROM oidc WHERE model = $1 AND id = $2",
        values: [this.model, id],
      });
    }
    /** @param {string} grantId */
    async revokeByGrantId(grantId) {
      await pool.query({ name: "revoke", text: "DELETE FROM oidc WHERE grant_id = $1", values: [grantId] });
    }
  };
}
