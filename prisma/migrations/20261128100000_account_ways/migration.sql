-- AlterTable
ALTER TABLE "account" ADD COLUMN     "ip_address" TEXT,
ADD COLUMN     "user_agent" TEXT;

-- CreateTable
CREATE TABLE "passkey" (
    "id" TEXT NOT NULL,
    "name" TEXT,
    "public_key" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "device_type" TEXT NOT NULL,
    "backed_up" BOOLEAN NOT NULL,
    "transports" TEXT,
    "aaguid" TEXT,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factor" (
    "user_id" TEXT NOT NULL,
    "sealed_secret" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "backup_code" (
    "user_id" TEXT NOT NULL,
    "code_hmac" BYTEA NOT NULL,

    CONSTRAINT "backup_code_pkey" PRIMARY KEY ("user_id","code_hmac")
);

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_user_id_idx" ON "passkey"("user_id");

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "backup_code" ADD CONSTRAINT "backup_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "second_factor"("user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Another way to sign in is an event, whoever wrote it: better-auth does, with a connection of its own. The first
-- account of a person is not one, because it was made with them.
CREATE FUNCTION note_passkey() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO activity (at, kind, user_id, ip_address, user_agent, detail)
  VALUES (COALESCE(NEW.created_at, CURRENT_TIMESTAMP), 'passkey-added', NEW.user_id, NULLIF(NEW.ip_address, ''),
          NULLIF(left(NEW.user_agent, 300), ''), left(NEW.name, 100));
  RETURN NULL;
END $$;

CREATE TRIGGER passkey_is_noted AFTER INSERT ON "passkey" FOR EACH ROW EXECUTE FUNCTION note_passkey();

CREATE FUNCTION note_linked_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "account" WHERE user_id = NEW.user_id AND id <> NEW.id)
     OR EXISTS (SELECT 1 FROM "passkey" WHERE user_id = NEW.user_id) THEN
    INSERT INTO activity (at, kind, user_id, ip_address, user_agent, detail)
    VALUES (NEW.created_at, 'account-linked', NEW.user_id, NULLIF(NEW.ip_address, ''),
            NULLIF(left(NEW.user_agent, 300), ''), NEW.provider_id);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER account_is_noted AFTER INSERT ON "account" FOR EACH ROW EXECUTE FUNCTION note_linked_account();
