-- AlterTable
ALTER TABLE "user" ADD COLUMN     "locked_at" TIMESTAMPTZ(3),
ADD COLUMN     "signed_out_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "device_grant" ADD COLUMN     "denial_reason" TEXT,
ADD COLUMN     "key_ttl_seconds" INTEGER;

-- AlterTable
ALTER TABLE "authorization_code" ADD COLUMN     "key_ttl_seconds" INTEGER;

-- CreateTable
CREATE TABLE "activity" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" TEXT,
    "device_id" UUID,
    "device_name" TEXT,
    "grant_id" UUID,
    "client_id" TEXT,
    "ip_address" TEXT,
    "place" TEXT,
    "network" TEXT,
    "user_agent" TEXT,
    "detail" TEXT,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_block" (
    "source" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_block_pkey" PRIMARY KEY ("source")
);

-- CreateIndex
CREATE INDEX "activity_user_id_id_idx" ON "activity"("user_id", "id");

-- CreateIndex
CREATE INDEX "activity_kind_id_idx" ON "activity"("kind", "id");

-- CreateIndex
CREATE INDEX "activity_at_idx" ON "activity"("at");

-- CreateIndex
CREATE INDEX "source_block_until_idx" ON "source_block"("until");

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A sign-in is an event, whoever wrote the session: better-auth does, in a transaction of its own.
CREATE FUNCTION note_sign_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO activity (at, kind, user_id, ip_address, user_agent)
  VALUES (NEW.created_at, 'signed-in', NEW.user_id, NULLIF(NEW.ip_address, ''), NULLIF(NEW.user_agent, ''));
  RETURN NULL;
END $$;

CREATE TRIGGER session_is_noted AFTER INSERT ON "session" FOR EACH ROW EXECUTE FUNCTION note_sign_in();
