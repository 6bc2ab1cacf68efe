import { createCaller } from "@alprina/api";
import { createContext } from "./context";
import { getContainer } from "./container";
import { refuseDownload } from "./refuse-download";

/** What is kept about a person, as JSON to keep. */
export async function exportAccount(request: Request): Promise<Response> {
  try {
    const account = await createCaller(createContext(getContainer(), request)).me.export();
    return new Response(`${JSON.stringify(account, null, 2)}\n`, {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="account-${account.exportedAt.toISOString().slice(0, 10)}.json"`,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (error) {
    return refuseDownload(error, request, "/settings/account");
  }
}
