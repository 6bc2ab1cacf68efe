import { createCaller } from "@alprina/api";
import { createContext } from "./context";
import { getContainer } from "./container";
import { asDownload, refuseDownload } from "./download";

/** What is kept about a person, as JSON to keep. */
export async function exportAccount(request: Request): Promise<Response> {
  try {
    const account = await createCaller(createContext(getContainer(), request)).me.export();
    return asDownload(
      `${JSON.stringify(account, null, 2)}
`,
      {
        ...{ name: "account", type: "application/json; charset=utf-8", at: account.exportedAt },
      },
    );
  } catch (error) {
    return refuseDownload(error, request, "/settings/account");
  }
}
