/** `1 browser`, `3 other browsers`. */
export function browsersInWords(count: number, which = ""): string {
  return count === 0
    ? `no ${which} browser`.replace("  ", " ")
    : inWords(count, which ? `${which} browser` : "browser");
}

export function devicesInWords(count: number): string {
  return inWords(count, "device");
}

/** After "my" and "your", where a single one goes without its number. */
export function ownDevices(count: number): string {
  return count === 1 ? "device" : devicesInWords(count);
}

/** The box with which devices end too. */
export function alsoDevices(count: number): string {
  const keys = count === 1 ? "its key stops" : "their keys stop";
  return `Also sign out my ${ownDevices(count)}: ${keys} working at once`;
}

function inWords(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** What ended, as a sentence. */
export function signedOutInWords({ sessions, devices }: { sessions: number; devices: number }): string {
  const parts = [
    ...(sessions > 0 ? [browsersInWords(sessions)] : []),
    ...(devices > 0 ? [devicesInWords(devices)] : []),
  ];
  if (parts.length === 0) return "Nothing else was signed in";
  return `${parts.join(" and ")} signed out`;
}
