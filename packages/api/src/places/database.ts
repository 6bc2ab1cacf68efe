import { readFileSync } from "node:fs";
import { Reader, type Response } from "maxmind";
import { openNetworkLists } from "./network-list";
import type { FindPlace } from "./source";

/** What a database of countries keeps of a network. */
interface Row extends Record<string, unknown> {
  country_code?: string;
}

/** Files on this machine. Nothing is asked outside. */
export interface PlaceFiles {
  /** Countries, in MaxMind's format. */
  countries: string;
  /** Whose networks there are: lists of `first,last,number,owner`, in order. */
  networks: Record<"ipv4" | "ipv6", string>;
}

const countries = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/**
 * Finds the country of a public address and whose network it is in. The files are read once, at the first address
 * that needs them (tens of milliseconds), so a start waits for nothing and a server that only its own machine visits
 * never holds them. One that cannot be read is told to `onFailure` once, and then what it would say is known of
 * nobody: that is no reason to stop a login.
 */
export function findPlaceIn(files: () => PlaceFiles, onFailure: (error: unknown) => void): FindPlace {
  const findCountry = openedOnce(() => countriesOf(files().countries), onFailure);
  const findNetwork = openedOnce(() => openNetworkLists(files().networks), onFailure);
  return (ipAddress) => {
    const network = findNetwork(ipAddress);
    return {
      place: findCountry(ipAddress),
      network: network && `${network.owner} (AS${network.asn})`,
      asn: network && network.asn,
    };
  };
}

type Find<T> = (ipAddress: string) => T | null;

function openedOnce<T>(open: () => Find<T>, onFailure: (error: unknown) => void): Find<T> {
  let find: Find<T> | undefined;
  return (ipAddress) => {
    try {
      find ??= open();
      return find(ipAddress);
    } catch (error) {
      find = () => null;
      onFailure(error);
      return null;
    }
  };
}

function countriesOf(file: string): Find<string> {
  const reader = new Reader<Row & Response>(readFileSync(file));
  return (ipAddress) => {
    const code = reader.get(ipAddress)?.country_code;
    return (code && countries.of(code)) ?? null;
  };
}
