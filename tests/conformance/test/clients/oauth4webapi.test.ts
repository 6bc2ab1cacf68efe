import { startOauth4webapi } from "../../support/clients/oauth4webapi";
import { describeDeviceLogins } from "../../support/device-logins";

describeDeviceLogins("oauth4webapi", startOauth4webapi);
