import { either, integer, literal, object, optional, type Shape, string } from "../client/shape";
import type { IntrospectionResponse } from "../protocol";

export type ActiveKey = Extract<IntrospectionResponse, { active: true }>;
type InactiveKey = Extract<IntrospectionResponse, { active: false }>;

const inactive = object<InactiveKey>({ active: literal(false) });
const active = object<ActiveKey>({
  active: literal(true),
  scope: string,
  client_id: string,
  username: optional(string),
  token_type: literal("Bearer"),
  exp: integer,
  iat: integer,
  sub: string,
  iss: string,
  jti: string,
});

/** What the verifier reads, as the client reads its replies. Of an answer that is neither, the latter says what is wrong. */
export const introspectionResponse: Shape<IntrospectionResponse> = either(inactive, active);
