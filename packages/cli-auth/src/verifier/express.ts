import { keyAuth, type KeyAuthOptions } from "./key-auth";
import type { KeyVerifier } from "./key-verifier";
import type { VerifiedKey } from "./verified-key";

declare global {
  // The one place where Express lets a request be given more.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface Request {
      /** Whose key this request brought, behind `expressKeyAuth`. */
      key?: VerifiedKey;
    }
  }
}

/** As much of Express as this needs: no more than node:http has. */
type Middleware = (
  request: { headers: { authorization?: string }; key?: VerifiedKey },
  response: { writeHead(status: number, headers: Record<string, string>): { end(body: string): unknown } },
  next: (error?: unknown) => void,
) => void;

/**
 * Lets in whoever brings a good key with `scopes`; `req.key` says whose it is.
 * @throws {MisuseError} a scope that is none.
 */
export function expressKeyAuth(verifier: KeyVerifier, options?: KeyAuthOptions): Middleware {
  const admit = keyAuth(verifier, options);
  return (request, response, next) => {
    admit(request.headers.authorization).then((admission) => {
      if (admission.kind === "refused") {
        const { status, headers, body } = admission.refusal;
        response.writeHead(status, headers).end(body);
        return;
      }
      request.key = admission.key;
      next();
    }, next);
  };
}
