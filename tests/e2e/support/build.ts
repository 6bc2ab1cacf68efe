import { join } from "node:path";

/** What is tested: the production build, as `npm run build` leaves it in the checkout. */
export const checkout = join(import.meta.dirname, "../../..");
export const serverScript = join(checkout, "apps/web/dist/server.js");
export const adminScript = join(checkout, "apps/web/dist/admin.js");
export const pagesBuild = join(checkout, "apps/web/.next/BUILD_ID");
export const cliScript = join(checkout, "apps/cli/dist/alprina.js");
