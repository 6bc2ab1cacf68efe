import { createRequire } from "node:module";
import { findPlaceIn } from "../../src/index";

const file = createRequire(import.meta.url).resolve(
  "@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb",
);

/** The database that the server ships with. */
export const findPlace = findPlaceIn(
  () => file,
  (error) => {
    throw error;
  },
);
