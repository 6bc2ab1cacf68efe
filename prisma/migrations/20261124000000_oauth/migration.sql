-- CreateEnum
CREATE TYPE "client_kind" AS ENUM ('public', 'confidential', 'resource_server');

-- CreateEnum
CREATE TYPE "authorization_code_status" AS ENUM ('issued', 'redeemed');

-- CreateEnum
CREATE TYPE "refresh_token_status" AS ENUM ('current', 'rotated');

-- CreateEnum
CREATE TYPE "signing_key_status" AS ENUM ('current', 'retired');

-- AlterTable
ALTER TABLE "device_grant" ADD COLUMN     "code_challenge" TEXT;

-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "authorization_code_id" UUID,
ADD COLUMN     "previous_expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "previous_key_hash" BYTEA,
ADD COLUMN     "renewable_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "client" (
    "id" TEXT NOT NULL,
    "kind" "client_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "logo" TEXT,
    "secret_hash" BYTEA,
    "grant_types" TEXT[],
    "scopes" TEXT[],
    "redirect_uris" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authorization_code" (
    "id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "status" "authorization_code_status" NOT NULL DEFAULT 'issued',
    "client_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "redirect_uri" TEXT NOT NULL,
    "code_challenge" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "nonce" TEXT,
    "device_name" TEXT,
    "device_os" TEXT,
    "client_version" TEXT,
    "ip_address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "redeemed_at" TIMESTAMPTZ(3),

    CONSTRAINT "authorization_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_token" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "status" "refresh_token_status" NOT NULL DEFAULT 'current',
    "api_key_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "rotated_at" TIMESTAMPTZ(3),

    CONSTRAINT "refresh_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "id" TEXT NOT NULL,
    "status" "signing_key_status" NOT NULL DEFAULT 'current',
    "public_jwk" JSONB NOT NULL,
    "sealed_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "authorization_code_code_hash_key" ON "authorization_code"("code_hash");

-- CreateIndex
CREATE INDEX "authorization_code_user_id_idx" ON "authorization_code"("user_id");

-- CreateIndex
CREATE INDEX "authorization_code_expires_at_idx" ON "authorization_code"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "refresh_token_token_hash_key" ON "refresh_token"("token_hash");

-- CreateIndex
CREATE INDEX "refresh_token_api_key_id_idx" ON "refresh_token"("api_key_id");

-- CreateIndex
CREATE UNIQUE INDEX "refresh_token_one_current" ON "refresh_token"("api_key_id") WHERE (status = 'current');

-- CreateIndex
CREATE UNIQUE INDEX "signing_key_one_current" ON "signing_key"("status") WHERE (status = 'current');

-- CreateIndex
CREATE UNIQUE INDEX "api_key_authorization_code_id_key" ON "api_key"("authorization_code_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_previous_key_hash_key" ON "api_key"("previous_key_hash");

-- AddForeignKey
ALTER TABLE "authorization_code" ADD CONSTRAINT "authorization_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_authorization_code_id_fkey" FOREIGN KEY ("authorization_code_id") REFERENCES "authorization_code"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_token" ADD CONSTRAINT "refresh_token_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_key"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The command line of this product. It is there from the first start, and `/v1` means it when a request names
-- no client. Loopback redirects match with any port (RFC 8252 §7.3).
INSERT INTO "client" ("id", "kind", "name", "grant_types", "scopes", "redirect_uris")
VALUES ('alprina-cli', 'public', 'Alprina CLI',
        ARRAY['device_code', 'authorization_code', 'refresh_token'],
        ARRAY['openid', 'profile', 'email', 'offline_access', 'devices:read', 'devices:write'],
        ARRAY['http://127.0.0.1/callback', 'http://[::1]/callback', 'http://localhost/callback']);
