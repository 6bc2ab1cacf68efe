import { connect } from "node:net";
import { newPlace, postgresOf, removePlace, startServer } from "./support/server";
import { expect, test } from "./support/test";

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  test(`${signal} ends the server with 0, its PostgreSQL too, and the next start finds everything`, async ({
    request,
  }) => {
    const place = await newPlace();
    try {
      const first = await startServer(place);
      const started = await request.post(`${first.url}/v1/auth/device`);
      const { device_code } = (await started.json()) as { device_code: string };
      const postgres = postgresOf(place);
      expect(postgres).toBeDefined();
      expect(await answers(postgres?.port)).toBe(true);

      expect(await first.end(signal)).toBe(0);
      expect(postgresOf(place)).toBeUndefined();
      expect(await answers(postgres?.port)).toBe(false);
      expect(await answers(place.port)).toBe(false);

      const second = await startServer(place);
      const polled = await request.post(`${second.url}/v1/auth/device/token`, { data: { device_code } });
      expect(await polled.json()).toMatchObject({ error: "authorization_pending" });
      expect(await second.end("SIGTERM")).toBe(0);
    } finally {
      await removePlace(place);
    }
  });
}

/** Whether anything on this machine takes connections at that port. */
function answers(port = 0): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
    socket.once("connect", () => socket.end());
  });
}
