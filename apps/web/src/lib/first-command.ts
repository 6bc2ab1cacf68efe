import { isLocalServer } from "./addresses";

const CLI_DEFAULT_SERVER = "http://localhost:3000";

/**
 * What a newcomer types to sign a terminal in here. On one's own machine that is from the checkout that the server
 * runs from; elsewhere the command line is installed.
 */
export function firstCommand({ cliName, publicUrl }: { cliName: string; publicUrl: string }) {
  if (!isLocalServer(publicUrl)) return { command: `${cliName} login`, fromCheckout: false };
  const server = publicUrl === CLI_DEFAULT_SERVER ? "" : ` --server ${publicUrl}`;
  return { command: `npm run cli -- login${server}`, fromCheckout: true };
}
