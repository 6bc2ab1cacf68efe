-- What a key or a dashboard code came from is removed long before it. The id stays where it is: it goes on saying
-- that no second key may come of it, and it leads to the events of that login. A foreign key would make every
-- removal a write to the key, which a call that uses the key would wait for.
ALTER TABLE "api_key" DROP CONSTRAINT "api_key_device_grant_id_fkey";
ALTER TABLE "api_key" DROP CONSTRAINT "api_key_dashboard_code_id_fkey";
ALTER TABLE "api_key" DROP CONSTRAINT "api_key_authorization_code_id_fkey";
ALTER TABLE "dashboard_code" DROP CONSTRAINT "dashboard_code_device_grant_id_fkey";

-- A grant's id is drawn anew for the one code that it comes from.
DROP INDEX "dashboard_code_device_grant_id_key";

-- Of these a row has one or none: what is not there needs no entry.
DROP INDEX "api_key_device_grant_id_key";
CREATE UNIQUE INDEX "api_key_device_grant_id_key" ON "api_key"("device_grant_id") WHERE (device_grant_id IS NOT NULL);
DROP INDEX "api_key_dashboard_code_id_key";
CREATE UNIQUE INDEX "api_key_dashboard_code_id_key" ON "api_key"("dashboard_code_id") WHERE (dashboard_code_id IS NOT NULL);
DROP INDEX "api_key_authorization_code_id_key";
CREATE UNIQUE INDEX "api_key_authorization_code_id_key" ON "api_key"("authorization_code_id") WHERE (authorization_code_id IS NOT NULL);
DROP INDEX "api_key_previous_key_hash_key";
CREATE UNIQUE INDEX "api_key_previous_key_hash_key" ON "api_key"("previous_key_hash") WHERE (previous_key_hash IS NOT NULL);
DROP INDEX "device_grant_reviewer_id_idx";
CREATE INDEX "device_grant_reviewer_id_idx" ON "device_grant"("reviewer_id") WHERE (reviewer_id IS NOT NULL);

-- What is over, the oldest first, for its removal. A key stands in one of the first two, and neither changes when it
-- is renewed or used.
CREATE INDEX "api_key_ends" ON "api_key"("expires_at") WHERE (renewable_until IS NULL);
CREATE INDEX "api_key_renewing_ends" ON "api_key"("renewable_until") WHERE (renewable_until IS NOT NULL);
CREATE INDEX "api_key_revoked" ON "api_key"("revoked_at") WHERE (revoked_at IS NOT NULL);
CREATE INDEX "refresh_token_rotated" ON "refresh_token"("rotated_at") WHERE (rotated_at IS NOT NULL);
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");
CREATE INDEX "verification_expires_at_idx" ON "verification"("expires_at");
