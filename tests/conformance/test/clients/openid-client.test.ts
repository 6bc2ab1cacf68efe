import { startOpenidClient } from "../../support/clients/openid-client";
import { describeDeviceLogins } from "../../support/device-logins";

describeDeviceLogins("openid-client", startOpenidClient);
