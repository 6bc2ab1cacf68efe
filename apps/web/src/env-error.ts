/** The environment does not make sense. The message names each variable and what it should be. */
export class EnvError extends Error {
  override name = "EnvError";
}
