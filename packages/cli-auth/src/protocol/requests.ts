import { z } from "zod";

const MAX_FACT_LENGTH = 200;

/** Something a command line says of itself, for a person to read. Empty is the same as not said. */
const fact = z
  .string()
  .max(MAX_FACT_LENGTH, `must be at most ${MAX_FACT_LENGTH} characters`)
  .nullish()
  .transform((value) => value || undefined);

const deviceFacts = {
  device_name: fact,
  device_os: fact,
  client_version: fact,
};

/** `POST /v1/auth/device`; every field optional, the whole body too. */
export const deviceRequest = z.object({ client_id: fact, scope: fact, ...deviceFacts });

/** `POST /v1/auth/device/token`. */
export const deviceTokenRequest = z.object({
  device_code: z.string().min(1, "must not be empty").max(512, "is too long to be a device code"),
});

/** `POST /v1/auth/device/authorize`. The person is who is signed in; what the body says of them is only compared. */
export const deviceAuthorizeRequest = z.object({
  user_code: z.string().min(1, "must not be empty").max(64, "is too long to be a user code"),
  stack_user_id: z.string().max(MAX_FACT_LENGTH).nullish(),
  email: z.string().max(320).nullish(),
  full_name: z.string().max(MAX_FACT_LENGTH).nullish(),
});

/** Forms carry booleans as words. */
const flag = z
  .union([z.boolean(), z.literal("true").transform(() => true), z.literal("false").transform(() => false)])
  .nullish()
  .transform((value) => value ?? false);

/** `POST /v1/auth/cli-verify`. `confirm: true` offers to wait until the person clicks *Connect*. */
export const cliVerifyRequest = z.object({
  cli_code: z.string().min(1, "must not be empty").max(64, "is too long to be a CLI code"),
  confirm: flag,
  ...deviceFacts,
});

/** `PATCH /v1/auth/devices/{id}`. */
export const renameDeviceRequest = z.object({
  name: z.string().max(MAX_FACT_LENGTH, `must be at most ${MAX_FACT_LENGTH} characters`),
});
