import { readFileSync } from "node:fs";
import { Reader, type Response } from "maxmind";
import { findNoPlace, type FindPlace } from "./source";

/** What a database of countries keeps of a network. */
interface Row extends Record<string, unknown> {
  country_code?: string;
}

const countries = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/**
 * Finds the country of a public address in a MaxMind-format file on this machine; nothing is asked outside. The
 * file is read once, at the first address that needs it (some milliseconds), so a start waits for nothing and a
 * server that only its own machine visits never holds it. One that cannot be read is told to `onFailure` once, and
 * then nothing is known of anybody: that is no reason to stop a login.
 */
export function findPlaceIn(file: () => string, onFailure: (error: unknown) => void): FindPlace {
  let find: FindPlace | undefined;
  return (ipAddress) => {
    try {
      find ??= countriesOf(file());
      return find(ipAddress);
    } catch (error) {
      find = findNoPlace;
      onFailure(error);
      return find(ipAddress);
    }
  };
}

function countriesOf(file: string): FindPlace {
  const reader = new Reader<Row & Response>(readFileSync(file));
  return (ipAddress) => {
    const code = reader.get(ipAddress)?.country_code;
    return { place: (code && countries.of(code)) ?? null, network: null, asn: null };
  };
}
