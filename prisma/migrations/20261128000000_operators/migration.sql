-- AlterTable
ALTER TABLE "user" ADD COLUMN     "operator_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "activity" ADD COLUMN     "actor_id" TEXT;

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "first_person_at" TIMESTAMPTZ(3),
    "first_person_id" TEXT,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "user_created_at_id_idx" ON "user"("created_at", "id");

-- CreateIndex
CREATE INDEX "user_operators" ON "user"("operator_since") WHERE (operator_since IS NOT NULL);

-- CreateIndex
CREATE INDEX "api_key_created_at_id_idx" ON "api_key"("created_at", "id");

-- CreateIndex
CREATE INDEX "activity_actor" ON "activity"("actor_id") WHERE (actor_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Where people are already, somebody was first before anybody asked: there the operator's command makes the first one.
INSERT INTO "installation" ("first_person_at") SELECT min("created_at") FROM "user";

-- The first person who ever comes is the operator. One conditional write: of two who come at once the second waits
-- here until the first is there, and finds the place taken; or the first was undone, and it is free. A person whom an
-- ON CONFLICT turns away takes no place that was free: somebody with their address was there before.
CREATE FUNCTION make_first_person_operator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE installation SET first_person_at = NEW.created_at, first_person_id = NEW.id WHERE first_person_at IS NULL;
  IF FOUND THEN
    NEW.operator_since := NEW.created_at;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER first_person_is_operator BEFORE INSERT ON "user"
  FOR EACH ROW EXECUTE FUNCTION make_first_person_operator();
