/** Listens to what clients in this process are answered by token endpoints, without touching anything. */

const heard = new Map<string, string[]>();
const fetchUnheard = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const deviceCode = new URLSearchParams(readable(init?.body)).get("device_code") ?? jsonCode(init?.body);
  const response = await fetchUnheard(input, init);
  if (deviceCode) {
    const { error = "token" } = (await response.clone().json()) as { error?: string };
    heard.set(deviceCode, [...(heard.get(deviceCode) ?? []), error]);
  }
  return response;
};

/** The words by which polls with this device code were answered so far, by any client in this process. */
export const heardFor = (deviceCode: string) => (): string[] => heard.get(deviceCode) ?? [];

function readable(body: unknown): string {
  return typeof body === "string" ? body : body instanceof URLSearchParams ? body.toString() : "";
}

function jsonCode(body: unknown): string | undefined {
  if (typeof body !== "string" || !body.startsWith("{")) return undefined;
  return (JSON.parse(body) as { device_code?: string }).device_code;
}
