/** A client that an operator registered; null is the secret of a public one. */
export interface Registered {
  id: string;
  secret: string | null;
}

/** The clients that are registered on both servers. */
export const ids = {
  /** The one that exists from the first start. */
  own: "alprina-cli",
  otherCli: "other-cli",
  /** A command line with a secret. */
  confidential: "build-farm",
  /** Asks about keys, and signs nobody in. */
  resourceServer: "inventory-api",
  /** Comes back by a scheme of its own, or to its site. */
  desktop: "desktop-app",
  /** May use the device flow alone: neither a browser beside it nor renewal. */
  deviceOnly: "kiosk",
} as const;
