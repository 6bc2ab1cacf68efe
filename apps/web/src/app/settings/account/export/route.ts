import { exportAccount } from "@/server/export-account";

export const dynamic = "force-dynamic";

export { exportAccount as GET };
