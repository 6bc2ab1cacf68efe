import { z } from "zod";

/** An id that we gave. Anything else is somebody's typo and never reaches the database. */
export const id = z.uuid();

/** The id of a row that better-auth made: letters and digits, or one of ours. */
export const rowId = z.string().regex(/^[\w-]{1,64}$/);

/** What a person or a command line typed as a code; the domain says whether it is one. */
export const typedCode = z.string().min(1).max(512);

const fact = z.string().max(200).optional();

/** What a command line says of its device. */
export const deviceFacts = z.object({ deviceName: fact, deviceOs: fact, clientVersion: fact });

/** Who a client says it is. */
export const credentials = z.object({
  clientId: z.string().min(1).max(200),
  clientSecret: z.string().max(512).optional(),
});

/** A list of scope names, with spaces between (RFC 6749 §3.3). */
export const scope = z.string().max(1_000).optional();

/** The scopes that a person ticked. */
export const chosenScopes = z.array(z.string().max(100)).max(50).optional();

/** A code or a token, of a length that any of ours has. */
export const secret = z.string().min(1).max(512);

/** How long the key shall live, of what the request offers. */
export const lifetimeSeconds = z.int().positive().optional();
