import { createRequire } from "node:module";
import { findPlaceIn, type FindPlace } from "@alprina/api";
import type { Logger } from "./logger";

/**
 * The countries of the internet's networks, by the registries that hand those out (NRO, CC BY 4.0: the page that
 * shows one says so). Upgrading the package is what brings newer ones.
 */
export function openPlaces(logger: Logger): FindPlace {
  // Found when it is needed, and not by a bundler: the file stays in its package, where an upgrade puts the next.
  const find = () =>
    createRequire(import.meta.url).resolve(
      "@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb",
    );
  return findPlaceIn(find, (error) => logger.warn({ err: error }, "The database of places cannot be read"));
}
