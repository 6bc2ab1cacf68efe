import { apiRoute } from "@/server/api-route";
import { brandStyle } from "@/server/brand";
import { brandFile } from "@/server/brand-file";

export const dynamic = "force-dynamic";

/** The operator's colours (BRAND_ACCENT). */
export const GET = apiRoute((_, { env: { brand } }) =>
  Promise.resolve(brandFile(brand.accent && brandStyle(brand.accent), "text/css; charset=utf-8")),
);
