import { expect, test } from "vitest";

import { requestDeviceCode } from "../../src/client";
import { collectDeviceFacts } from "../../src/client/node";
import { linuxName, macName } from "../../src/client/node/device-facts";

test.each([
  ['NAME="Ubuntu"\nVERSION_ID="24.04"\n', "6.8.0-48-generic", "Ubuntu 24.04"],
  ['PRETTY_NAME="x"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\n', "6.1.0", "Debian 12"],
  ['NAME="Fedora Linux"\nVERSION_ID=41\n', "6.11", "Fedora 41"],
  ['NAME="Arch Linux"\n', "6.11", "Arch Linux"],
  ['NAME="Ubuntu"\nVERSION_ID="22.04"\n', "5.15.153.1-microsoft-standard-WSL2", "Ubuntu 22.04 (WSL)"],
  ["", "6.1.0", "Linux"],
])("%o on kernel %s reads %s", (osRelease, kernel, expected) => {
  expect(linuxName(osRelease, kernel)).toBe(expected);
});

test("macOS is named by its product version", () => {
  expect(macName("15.1")).toBe("macOS 15.1");
  expect(macName(undefined)).toBe("macOS");
});

test("this machine has a name and a system", async () => {
  const { deviceName, deviceOs } = await collectDeviceFacts();
  expect(deviceName).not.toBe("");
  expect(deviceOs).not.toBe("");
});

test("a name that the server would refuse is refused before anything is sent", async () => {
  const call = requestDeviceCode({ server: "http://127.0.0.1:1", deviceName: "x".repeat(201) });
  await expect(call).rejects.toThrow("201 characters");
});
