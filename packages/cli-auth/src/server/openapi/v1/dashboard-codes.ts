import type { PathsObject } from "openapi3-ts/oas31";
import { paths } from "../../../protocol/index";
import { fields, reply } from "../bodies";
import * as examples from "../examples";
import type { ApiFacts } from "../facts";
import { v1Refusals } from "../refusals";
import { security } from "../security";
import { badBody, notSignedIn, otherSite, ourFault, overBudget } from "./refusals";

const tags = ["v1"];

/** A login that starts in the browser. */
export const dashboardCodePaths = (api: ApiFacts): PathsObject => ({
  [paths.dashboardCode]: {
    post: {
      operationId: "issueDashboardCode",
      tags,
      summary: "Get a code to type into a command line",
      description:
        "For the signed-in person. It works once, for fifteen minutes, and retires the one before it.",
      security: security.person,
      responses: {
        200: reply("The code.", "DashboardCodeResponse", examples.dashboardCode(api)),
        ...v1Refusals({ ...notSignedIn, 403: [otherSite], ...overBudget, ...ourFault }),
      },
    },
  },
  [paths.cliVerify]: {
    post: {
      operationId: "redeemDashboardCode",
      tags,
      summary: "Redeem such a code in the command line",
      description:
        "Answers with a key. With `confirm: true` it answers 202 instead, and the person clicks _Connect_ on the page that shows the code: poll with the `device_code` of that reply. Offer `confirm` whenever you can; an operator may require it.",
      security: security.none,
      requestBody: fields("CliVerifyRequest", {
        cli_code: examples.sample.cliCode,
        confirm: true,
        ...examples.facts,
      }),
      responses: {
        200: reply("This is the key.", "KeyResponse", examples.key),
        202: reply(
          "The person has to click _Connect_. Poll `/v1/auth/device/token`.",
          "ConfirmationResponse",
          examples.confirmation(api),
        ),
        ...v1Refusals({
          400: [
            {
              error: "invalid_grant",
              when: "The code was used already.",
              detail: "CLI code has already been used",
            },
          ],
          403: [
            {
              error: "confirmation_required",
              when: "This server wants codes confirmed, and the call did not offer `confirm`.",
              detail: `This server wants CLI codes confirmed in the browser, which this version cannot do. Update it, or run "${api.cliName} login" without a code.`,
            },
          ],
          404: [
            {
              error: "not_found",
              when: "The code is unknown or too old.",
              detail: "Invalid or expired CLI code",
            },
          ],
          ...badBody("cli_code: must not be empty"),
          ...overBudget,
          ...ourFault,
        }),
      },
    },
  },
});
