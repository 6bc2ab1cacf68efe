/** What the document says of this server. */
export interface ApiFacts {
  /** The origin that users see, without a slash at the end. */
  publicUrl: string;
  /** The command that people type, as in `alprina login`. */
  cliName: string;
}
