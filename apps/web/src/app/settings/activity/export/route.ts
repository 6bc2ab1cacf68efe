import { exportActivity } from "@/server/export-activity";

export const dynamic = "force-dynamic";

export { exportActivity as GET };
