import { expect } from "vitest";

// vitest types its matchers as `any`; these fit into an expected body without switching its types off.

export const anyText: unknown = expect.any(String);

export const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern);

export const textWith = (part: string): unknown => expect.stringContaining(part);
