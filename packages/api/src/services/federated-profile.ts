import { createHash } from "node:crypto";
import type { FederatedIdentity } from "../domain/federated-identity";
import { canGetMail } from "../domain/mail-address";
import { cleanText } from "../domain/text";

export interface FederatedProfile {
  email: string;
  isEmailVerified: boolean;
  fullName: string;
}

/**
 * What we keep of somebody from elsewhere when we first see them, the same by either way in. Who has no e-mail
 * address there gets one that can never be reached (RFC 2606 §2, `.invalid`): the wire promises a string, and the
 * table a different one for everybody.
 */
export function readFederatedProfile(identity: FederatedIdentity): FederatedProfile {
  const email = identity.email?.trim().toLowerCase() ?? "";
  const fullName = cleanText(identity.fullName) ?? "";
  if (/^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254 && canGetMail(email)) {
    return { email, isEmailVerified: identity.isEmailVerified, fullName };
  }
  const digest = createHash("sha256").update(`${identity.issuer}#${identity.subject}`).digest("hex");
  return { email: `${digest.slice(0, 32)}@no-address.invalid`, isEmailVerified: false, fullName };
}
