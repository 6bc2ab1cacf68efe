/**
 * Reads replies and files of ours without a schema library, which would be nine tenths of this SDK. The wire's own
 * schemas are ../protocol's; a test holds these against them.
 */
export interface Shape<T> {
  safeParse(value: unknown): Parsed<T>;
}

export type Parsed<T> =
  { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[] }[] } };

const good = <T>(data: T): Parsed<T> => ({ success: true, data });
const bad: Parsed<never> = { success: false, error: { issues: [{ path: [] }] } };

const one = <T>(test: (value: unknown) => boolean): Shape<T> => ({
  safeParse: (value) => (test(value) ? good(value as T) : bad),
});

export const string = one<string>((value) => typeof value === "string");
export const boolean = one<boolean>((value) => typeof value === "boolean");
export const number = one<number>((value) => typeof value === "number" && Number.isFinite(value));
export const integer = one<number>((value) => Number.isSafeInteger(value));
export const anything = one<unknown>(() => true);

export function literal<const T extends string | boolean>(...values: T[]): Shape<T> {
  return one<T>((value) => values.some((known) => known === value));
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return { safeParse: (value) => (value === null ? good(null) : shape.safeParse(value)) };
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return { safeParse: (value) => (value === undefined ? good(undefined) : shape.safeParse(value)) };
}

export function either<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return {
    safeParse: (value) => {
      const parsed = first.safeParse(value);
      return parsed.success ? parsed : second.safeParse(value);
    },
  };
}

export function list<T>(shape: Shape<T>): Shape<T[]> {
  return {
    safeParse: (value) => (Array.isArray(value) ? each(value.entries(), shape, []) : bad),
  };
}

/** An object whose keys are not known beforehand. */
export function record<T>(shape: Shape<T>): Shape<Record<string, T>> {
  return {
    safeParse: (value) => (isObject(value) ? each(Object.entries(value), shape, {}) : bad),
  };
}

/** Keys that are not named here are left out, as a newer server's; `loose` keeps them, as a newer version's in a file. */
export function object<T extends object>(
  fields: { [K in keyof T]-?: Shape<T[K]> },
  { loose = false } = {},
): Shape<T> {
  return {
    safeParse(value) {
      if (!isObject(value)) return bad;
      const result: Record<string, unknown> = loose ? { ...value } : {};
      const issues: { path: PropertyKey[] }[] = [];
      for (const key of Object.keys(fields) as (keyof T & string)[]) {
        const parsed = fields[key].safeParse(value[key]);
        if (!parsed.success) issues.push(...under(key, parsed.error.issues));
        else if (parsed.data !== undefined) result[key] = parsed.data;
      }
      return issues.length > 0 ? { success: false, error: { issues } } : good(result as T);
    },
  };
}

function each<T, R extends T[] | Record<string, T>>(
  entries: Iterable<[PropertyKey, unknown]>,
  shape: Shape<T>,
  result: R,
): Parsed<R> {
  const issues: { path: PropertyKey[] }[] = [];
  for (const [key, value] of entries) {
    const parsed = shape.safeParse(value);
    if (parsed.success) Object.defineProperty(result, key, { value: parsed.data, ...plain });
    else issues.push(...under(key, parsed.error.issues));
  }
  return issues.length > 0 ? { success: false, error: { issues } } : good(result);
}

/** So that a key such as `__proto__` in a file is a key and nothing more. */
const plain = { enumerable: true, writable: true, configurable: true };

const under = (key: PropertyKey, issues: { path: PropertyKey[] }[]) =>
  issues.map(({ path }) => ({ path: [key, ...path] }));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
