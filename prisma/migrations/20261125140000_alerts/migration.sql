-- CreateTable
CREATE TABLE "device_alert" (
    "device_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "disowned_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_alert_pkey" PRIMARY KEY ("device_id")
);

-- CreateIndex
CREATE INDEX "device_alert_next_try_at_idx" ON "device_alert"("next_try_at");

-- CreateIndex
CREATE INDEX "device_alert_user_id_sent_at_idx" ON "device_alert"("user_id", "sent_at");

-- CreateIndex
CREATE INDEX "device_alert_created_at_idx" ON "device_alert"("created_at");

-- AddForeignKey
ALTER TABLE "device_alert" ADD CONSTRAINT "device_alert_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "api_key"("id") ON DELETE CASCADE ON UPDATE CASCADE;
