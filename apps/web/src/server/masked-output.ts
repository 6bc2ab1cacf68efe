import { mask } from "./mask";

/**
 * From now on whatever this process prints goes through `mask`: Next and better-auth print by themselves, whole
 * errors and addresses with their query, and no log level of ours reaches that.
 */
export function maskOutput(streams: NodeJS.WriteStream[] = [process.stdout, process.stderr]): void {
  for (const stream of streams) {
    const write = stream.write.bind(stream) as (chunk: string | Uint8Array, ...more: unknown[]) => boolean;
    stream.write = (chunk: string | Uint8Array, ...more: unknown[]) =>
      write(typeof chunk === "string" ? mask(chunk) : mask(Buffer.from(chunk).toString("utf8")), ...more);
  }
}
