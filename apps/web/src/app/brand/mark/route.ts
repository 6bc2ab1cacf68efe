import { apiRoute } from "@/server/api-route";
import { brandFile } from "@/server/brand-file";

export const dynamic = "force-dynamic";

/** The operator's mark (BRAND_MARK). */
export const GET = apiRoute((_, { env: { brand } }) =>
  Promise.resolve(brandFile(brand.mark?.bytes, brand.mark?.type ?? "text/plain")),
);
