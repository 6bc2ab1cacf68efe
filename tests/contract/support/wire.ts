import { expect } from "vitest";
import { z } from "zod";
import type { Reply } from "./http";

/*
 * The contract's replies, written down a second time and independently of the product: `strictObject` where the
 * contract lists every field, `looseObject` where it welcomes more.
 */

const instant = z.iso.datetime();
const user = z.strictObject({
  id: z.string().min(1),
  email: z.string(),
  full_name: z.string().nullable(),
  tier: z.string(),
});

export const deviceReply = z.strictObject({
  device_code: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  user_code: z.string().regex(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/),
  verification_url: z.url(),
  verification_uri: z.url(),
  verification_uri_complete: z.url(),
  expires_in: z.int(),
  interval: z.int(),
});

export const keyReply = z.strictObject({
  api_key: z.string().regex(/^alprina_sk_live_[0-9A-Za-z]{43}$/),
  user,
  expires_at: instant,
  device: z.strictObject({ id: z.uuid(), name: z.string() }),
});

export const confirmationReply = z.strictObject({
  device_code: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  interval: z.int(),
  expires_in: z.int(),
  verification_uri: z.url(),
});

export const dashboardCodeReply = z.strictObject({
  cli_code: z.string().regex(/^[A-HJKMNP-Z2-9]{6}$/),
  expires_in: z.int(),
  message: z.string(),
});

export const deviceItem = z.looseObject({
  id: z.uuid(),
  name: z.string(),
  created_at: instant,
  last_used: instant.nullable(),
  status: z.enum(["active", "revoked"]),
});

export const meReply = z.strictObject({
  user: user.extend({ created_at: instant }),
  device: z.strictObject({ id: z.uuid(), name: z.string(), created_at: instant, expires_at: instant }),
});

/** The body of a reply that must have this status and this form. */
export function read<Schema extends z.ZodType>(reply: Reply, schema: Schema, status = 200): z.output<Schema> {
  expect(reply.status, reply.text).toBe(status);
  return schema.parse(reply.body);
}
