import { MisuseError } from "./errors";

/** What a command line says of itself, for the person who decides. All optional, at most 200 characters each. */
export interface DeviceFacts {
  /** What the device is called, such as its host name. */
  deviceName?: string;
  /** Its system in readable words, such as `Ubuntu 24.04`. */
  deviceOs?: string;
  /** The version of the client, such as `1.2.0`; the server knows its name by `clientId`. */
  clientVersion?: string;
}

const MAX_LENGTH = 200;

/** @throws {MisuseError} a fact that the server would refuse. */
export function toWireFacts(facts: DeviceFacts): Record<string, string | undefined> {
  return {
    device_name: fact("device name", facts.deviceName),
    device_os: fact("device OS", facts.deviceOs),
    client_version: fact("client version", facts.clientVersion),
  };
}

function fact(what: string, value: string | undefined): string | undefined {
  const text = value?.trim();
  if (text && text.length > MAX_LENGTH) {
    throw new MisuseError(`The ${what} is ${text.length} characters long; ${MAX_LENGTH} is the most.`);
  }
  return text || undefined;
}
