import { visitAll } from "../support/every-page";
import { test } from "../support/test";
import { pictures } from "./pictures";

test("every page in its states", async ({ signedIn: page, server }) => {
  await visitAll(page, server.url, pictures(page, "pages"), "build-runner-03");
});
