/** A figure that was taken several times: the middle one, and how far apart they lay. */
export interface Spread {
  median: number;
  min: number;
  max: number;
}

/** The middle of `values`, or of the two in the middle the mean. NaN of none. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which a `share` of `values` lies, between the two nearest in proportion. NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/**
 * How many times `ours` is `theirs`: the ratio of the medians, and the smallest and largest ratio of two figures of
 * the same round. Rounds are paired, because what disturbs the machine disturbs neighbours alike.
 */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Spread {
  const paired = ours.slice(0, theirs.length).map((value, round) => value / (theirs[round] ?? NaN));
  return { ...spreadOf(paired), median: median(ours) / median(theirs) };
}
