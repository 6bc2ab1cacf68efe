import { registerClient, type RegisterClientInput } from "@alprina/api";
import type { Session } from "../session";
import type { Terminal } from "../terminal";
import { clientFacts, clientJson, kindName } from "../words";
import { showSecret } from "./show-secret";

/** Adds a client or a resource server, and shows the secret of one that has one. */
export async function addClient(
  terminal: Terminal,
  { deps, publicUrl }: Session,
  input: RegisterClientInput,
  { json }: { json?: boolean },
): Promise<void> {
  const { client, clientSecret } = await registerClient(deps, input);
  const kind = client.kind === "resource_server" ? "resource server" : `${kindName[client.kind]} client`;
  terminal.success(`Added "${client.name}" (${client.id}), a ${kind}.`);
  if (json) terminal.json({ ...clientJson(client), ...(clientSecret !== null && { clientSecret }) });
  else terminal.sayFacts([["Server", publicUrl], ...clientFacts(client)]);
  if (clientSecret !== null) showSecret(terminal, clientSecret, { json });
}
