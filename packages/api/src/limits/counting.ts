import type pg from "pg";

/** One point of a budget that has so many in so long, under its key. */
export interface Point {
  key: string;
  points: number;
  seconds: number;
}

/** How a budget stands after a point was taken. */
export interface Count {
  taken: number;
  msLeft: number;
}

/** Clocks of instances may differ by so much, and calls come to the database in another order than they began. */
const SKEW_MS = 60_000;

/**
 * Takes a point of each in turn, up to the first that had none left, in one statement; how those that were taken of
 * stand. The rows are locked in the order that is given, so everybody must give theirs in one order. A window that is
 * over begins anew; so does one that ends later than any can, because a clock was set back since.
 */
export async function takeInTurn(
  pool: Pick<pg.Pool, "query">,
  inTurn: Point[],
  nowMs = Date.now(),
): Promise<Count[]> {
  const values = inTurn.flatMap(({ key, points, seconds }) => [key, points, seconds * 1000]);
  const { rows } = await pool.query<{ points: number; expire: string }>({
    name: `take ${inTurn.length} points`,
    text: statementFor(inTurn.length),
    values: [nowMs, ...values],
  });
  return rows.map(({ points, expire }) => ({ taken: points, msLeft: Number(expire) - nowMs }));
}

const statements = new Map<number, string>();

function statementFor(count: number): string {
  const known = statements.get(count);
  if (known) return known;
  const places = Array.from({ length: count }, (_, place) => place);
  const text = `WITH ${places.map(takingAt).join(", ")}
    ${places.map((place) => `SELECT ${place} AS place, points, expire FROM taken${place}`).join(" UNION ALL ")}
    ORDER BY place`;
  statements.set(count, text);
  return text;
}

function takingAt(place: number): string {
  const parameters = (of: number) => [2, 3, 4].map((first) => `$${first + 3 * of}`);
  const [key, points, ms] = parameters(place);
  const [, pointsBefore] = parameters(place - 1);
  const ifLeft = place === 0 ? "" : `FROM taken${place - 1} WHERE points <= ${pointsBefore}::bigint`;
  const isOver = `budget.expire IS NULL OR budget.expire <= $1::bigint OR budget.expire > $1::bigint + ${ms}::bigint + ${SKEW_MS}`;
  return `taken${place} AS (
      INSERT INTO budget (key, points, expire) SELECT ${key}::text, 1, $1::bigint + ${ms}::bigint ${ifLeft}
      ON CONFLICT (key) DO UPDATE
        SET points = CASE WHEN ${isOver} THEN 1
                          -- Far beyond is enough to know, and the column has an end.
                          ELSE LEAST(budget.points, ${points}::bigint + 1000000, 2000000000) + 1 END,
            expire = CASE WHEN ${isOver} THEN excluded.expire ELSE budget.expire END
      RETURNING points, expire
    )`;
}
