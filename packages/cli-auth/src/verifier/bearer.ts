/** What an `Authorization` header brings (RFC 6750 §2.1). `malformed` says Bearer and has not one token behind it. */
export type Bearer = { kind: "none" } | { kind: "malformed" } | { kind: "token"; token: string };

/** Reads an `Authorization` header. Never throws, whatever stands in it; another scheme is `none`. */
export function readBearer(header: string | null | undefined): Bearer {
  const [, scheme = "", rest = ""] = /^([^ ]*) *(.*)$/s.exec(header ?? "") ?? [];
  if (scheme.toLowerCase() !== "bearer") return { kind: "none" };
  return /^[\w.~+/-]+=*$/.test(rest) ? { kind: "token", token: rest } : { kind: "malformed" };
}
