import { findPlaceIn, type FindPlace } from "@alprina/api";
import type { Logger } from "./logger";

/**
 * The countries of the internet's networks, by the registries that hand those out (NRO), and whose networks they are,
 * by RouteViews, DB-IP and the NRO. All CC BY 4.0: the page that shows one names them. Upgrading the packages is what
 * brings newer ones.
 */
export function openPlaces(logger: Logger): FindPlace {
  return findPlaceIn(locate, (error) => logger.warn({ err: error }, "The lists of places cannot be read"));
}

/** Looked for when it is needed. Next's bundler would read an ordinary `createRequire`, and want to pack the files. */
function locate() {
  const { resolve } = process.getBuiltinModule("node:module").createRequire(import.meta.url);
  return {
    countries: resolve("@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb"),
    networks: {
      ipv4: resolve("@ip-location-db/asn/asn-ipv4.csv"),
      ipv6: resolve("@ip-location-db/asn/asn-ipv6.csv"),
    },
  };
}
