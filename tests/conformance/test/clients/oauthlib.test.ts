import { describe } from "vitest";
import { describeDeviceLogins } from "../../support/device-logins";
import { isWithoutPython, pythonWithLibraries, startsBy } from "../../support/programs";

describe.skipIf(isWithoutPython)("Python", () => {
  describeDeviceLogins("requests-oauthlib", startsBy(pythonWithLibraries, "oauthlib_device.py"));
});
