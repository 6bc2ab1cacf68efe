import { apiRoute } from "@/server/api-route";
import { brandIcon } from "@/server/brand";
import { brandFile } from "@/server/brand-file";

export const dynamic = "force-dynamic";

/** The favicon where the operator has no mark of their own. */
export const GET = apiRoute((_, { env: { brand } }) =>
  Promise.resolve(brandFile(brandIcon(brand.accent), "image/svg+xml")),
);
