import type { Hono } from "hono";
import { paths } from "../../protocol/index";
import { allowOnly } from "../methods";
import type { RestOptions } from "../options";
import { authorizeDevice } from "./authorize";
import { redeemCode, requestDashboardCode } from "./dashboard-code";
import { startDevice } from "./device";
import { deleteDevice, getDevices, patchDevice } from "./devices";
import { getMe, logOut } from "./me";
import { pollDevice } from "./token";

/** `/v1/auth/*`: a table of contents. */
export function v1Routes(app: Hono, options: RestOptions): void {
  const device = `${paths.devices}/:id` as const;

  app.post(paths.device, (c) => startDevice(c.req.raw, options));
  app.post(paths.deviceToken, (c) => pollDevice(c.req.raw, options));
  app.post(paths.deviceAuthorize, (c) => authorizeDevice(c.req.raw, options));
  app.post(paths.dashboardCode, (c) => requestDashboardCode(c.req.raw, options));
  app.post(paths.cliVerify, (c) => redeemCode(c.req.raw, options));
  app.get(paths.devices, (c) => getDevices(c.req.raw, options));
  app.patch(device, (c) => patchDevice(c.req.raw, c.req.param("id"), options));
  app.delete(device, (c) => deleteDevice(c.req.raw, c.req.param("id"), options));
  app.get(paths.me, (c) => getMe(c.req.raw, options));
  app.post(paths.logout, (c) => logOut(c.req.raw, options));

  for (const path of [
    paths.device,
    paths.deviceToken,
    paths.deviceAuthorize,
    paths.dashboardCode,
    paths.cliVerify,
    paths.logout,
  ]) {
    allowOnly(app, path, ["POST"]);
  }
  allowOnly(app, paths.devices, ["GET"]);
  allowOnly(app, paths.me, ["GET"]);
  allowOnly(app, device, ["PATCH", "DELETE"]);
}
