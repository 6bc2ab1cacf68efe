const LOOPBACK = /^(?:127(?:\.\d+){3}|::1)$/;

/** How an address is shown. */
export function showAddress(address: string | null): string | null {
  if (!address) return null;
  return LOOPBACK.test(plain(address)) ? "localhost" : plain(address);
}

/** Whether the server's own address is one that only this machine can open. */
export function isLocalServer(publicUrl: string): boolean {
  const { hostname } = new URL(publicUrl);
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    LOOPBACK.test(hostname.replace(/[[\]]/g, ""))
  );
}

function plain(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
}
