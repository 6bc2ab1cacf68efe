import { createRequire } from "node:module";
import { findPlaceIn } from "../../src/index";

const file = createRequire(import.meta.url).resolve;

/** The lists that the server ships with. */
export const placeFiles = {
  countries: file("@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb"),
  networks: {
    ipv4: file("@ip-location-db/asn/asn-ipv4.csv"),
    ipv6: file("@ip-location-db/asn/asn-ipv6.csv"),
  },
};

export const findPlace = findPlaceIn(
  () => placeFiles,
  (error) => {
    throw error;
  },
);
