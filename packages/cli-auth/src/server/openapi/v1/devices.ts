import type { ParameterObject, PathsObject } from "openapi3-ts/oas31";
import { paths } from "../../../protocol/index";
import { fields, nothing, reply } from "../bodies";
import * as examples from "../examples";
import { v1Refusals } from "../refusals";
import { ref } from "../schemas";
import { security } from "../security";
import { badBody, missingScope, noSuchDevice, notSignedIn, otherSite, ourFault } from "./refusals";

const tags = ["v1"];

const id: ParameterObject = {
  name: "id",
  in: "path",
  required: true,
  description: "The device's `id`, from the list.",
  schema: { type: "string" },
  example: examples.sample.deviceId,
};

const write = { 403: [missingScope("devices:write"), otherSite] };

/** A person's devices: keys with a name. */
export const devicePaths = (): PathsObject => ({
  [paths.devices]: {
    get: {
      operationId: "listDevices",
      tags,
      summary: "List the person's devices",
      description:
        "Every terminal that signed in as this person, the newest first. An API key needs the scope `devices:read`.",
      security: security.personOrKey,
      responses: {
        200: reply("The devices.", { type: "array", items: ref("Device") }, [examples.device]),
        ...v1Refusals({ ...notSignedIn, 403: [missingScope("devices:read")], ...ourFault }),
      },
    },
  },
  [`${paths.devices}/{id}`]: {
    parameters: [id],
    patch: {
      operationId: "renameDevice",
      tags,
      summary: "Rename a device",
      description: "Answers with the device as it is then. An API key needs the scope `devices:write`.",
      security: security.personOrKey,
      requestBody: fields("RenameDeviceRequest", { name: "build-runner" }),
      responses: {
        200: reply("The device.", "Device", { ...examples.device, name: "build-runner" }),
        ...v1Refusals({
          ...notSignedIn,
          ...write,
          ...noSuchDevice,
          ...badBody("A device needs a name of at least one visible character."),
          ...ourFault,
        }),
      },
    },
    delete: {
      operationId: "revokeDevice",
      tags,
      summary: "Revoke a device",
      description:
        "Its key opens nothing from here on, and stays in the list as `revoked`. An API key needs the scope `devices:write`.",
      security: security.personOrKey,
      responses: {
        204: nothing("Revoked, now or before."),
        ...v1Refusals({ ...notSignedIn, ...write, ...noSuchDevice, ...ourFault }),
      },
    },
  },
});
