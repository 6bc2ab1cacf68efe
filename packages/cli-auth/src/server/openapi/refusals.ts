import type { ResponseObject, ResponsesObject } from "openapi3-ts/oas31";
import type {
  ErrorBody,
  ErrorWord,
  KeyErrorWord,
  OAuthErrorBody,
  OAuthErrorWord,
} from "../../protocol/index";
import { headersOfStatus, replyHeaders, type HeaderName } from "./headers";
import { ref } from "./schemas";

/** One way to be refused. */
interface Refusal<Word> {
  error: Word;
  /** When that happens, in plain words. */
  when: string;
  interval?: number;
}
export interface V1Refusal extends Refusal<ErrorWord | KeyErrorWord> {
  detail: NonNullable<ErrorBody["detail"]>;
}
export interface OAuthRefusal extends Refusal<OAuthErrorWord> {
  says: string;
}

/** The refusals of a `/v1` call by status: each status knows its own words, and an example of each. */
export function v1Refusals(byStatus: Record<number, V1Refusal[]>): ResponsesObject {
  return responses(byStatus, "Error", ({ error, detail, interval }): ErrorBody => {
    const sentence = typeof detail === "string" ? detail : (detail.message ?? error);
    return { error, error_description: sentence, detail, ...(interval !== undefined && { interval }) };
  });
}

/** The same for `/oauth`. */
export function oauthRefusals(
  byStatus: Record<number, OAuthRefusal[]>,
  more: Record<number, HeaderName[]> = {},
): ResponsesObject {
  const body = ({ error, says, interval }: OAuthRefusal): OAuthErrorBody => ({
    error,
    error_description: says,
    ...(interval !== undefined && { interval }),
  });
  return responses(byStatus, "OAuthError", body, more);
}

function responses<One extends Refusal<string>>(
  byStatus: Record<number, One[]>,
  schema: "Error" | "OAuthError",
  toBody: (refusal: One) => object,
  more: Record<number, HeaderName[]> = {},
): ResponsesObject {
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, refusals]): [string, ResponseObject] => {
      const words = [...new Set(refusals.map(({ error }) => error))];
      const names = [...headersOfStatus(Number(status)), ...(more[Number(status)] ?? [])];
      return [
        status,
        {
          description: refusals.map(({ when }) => when).join(" "),
          headers: replyHeaders(...names),
          content: {
            "application/json": {
              schema: { allOf: [ref(schema)], properties: { error: { type: "string", enum: words } } },
              examples: Object.fromEntries(
                refusals.map((refusal, index) => [
                  nameOf(refusals, index),
                  { summary: refusal.when, value: toBody(refusal) },
                ]),
              ),
            },
          },
        },
      ];
    }),
  );
}

/** The word itself; a number behind the second use of one. */
function nameOf(refusals: Refusal<string>[], index: number): string {
  const word = refusals[index]?.error ?? "";
  const earlier = refusals.slice(0, index).filter(({ error }) => error === word).length;
  return earlier === 0 ? word : `${word}_${earlier + 1}`;
}
