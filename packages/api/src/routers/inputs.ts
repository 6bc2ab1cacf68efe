import { z } from "zod";

/** An id that we gave. Anything else is somebody's typo and never reaches the database. */
export const id = z.uuid();

/** What a person or a command line typed as a code; the domain says whether it is one. */
export const typedCode = z.string().min(1).max(512);

const fact = z.string().max(200).optional();

/** What a command line says of its device. */
export const deviceFacts = z.object({ deviceName: fact, deviceOs: fact, clientVersion: fact });
