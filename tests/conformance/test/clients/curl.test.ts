import { describeDeviceLogins } from "../../support/device-logins";
import { startsBy } from "../../support/programs";

describeDeviceLogins(
  "curl",
  startsBy(() => "sh", "curl-device.sh"),
);
