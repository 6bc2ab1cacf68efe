import { findPlaceIn, type FindPlace } from "@alprina/api";
import type { Logger } from "./logger";

const DATABASE = "@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb";

/**
 * The countries of the internet's networks, by the registries that hand those out (NRO, CC BY 4.0: the page that
 * shows one says so). Upgrading the package is what brings newer ones.
 */
export function openPlaces(logger: Logger): FindPlace {
  return findPlaceIn(locate, (error) => logger.warn({ err: error }, "The database of places cannot be read"));
}

/** Looked for when it is needed. Next's bundler would read an ordinary `createRequire`, and want to pack the file. */
function locate(): string {
  return process
    .getBuiltinModule("node:module")
    .createRequire(import.meta.url)
    .resolve(DATABASE);
}
