import { z } from "zod";
import { forEach } from "./each";
import { Connection } from "./load/connection";
import { startV1 } from "./wire";

const started = z.object({ device_code: z.string(), user_code: z.string() });

export interface StartedLogin {
  deviceCode: string;
  userCode: string;
}

/** Starts `count` logins by the server's own endpoint, over a few connections. */
export async function startLogins(url: string, count: number, request = startV1()): Promise<StartedLogin[]> {
  const atOnce = 32;
  const connections = Array.from({ length: atOnce }, () => new Connection(url, true));
  const logins: StartedLogin[] = [];
  await forEach(Array.from({ length: count }), atOnce, async (_, _index, lane) => {
    const { status, body } = await (connections[lane] as Connection).send(request);
    if (status !== 200) throw new Error(`Starting a login answered ${status} ${body}`);
    const { device_code, user_code } = started.parse(JSON.parse(body));
    logins.push({ deviceCode: device_code, userCode: user_code });
  });
  for (const connection of connections) connection.close();
  return logins;
}
