/** `make` once for each interval: they grow in steps to a minute, so there are few, and many polls are told the same. */
export function perInterval<Refusal>(make: (seconds: number) => Refusal): (seconds: number) => Refusal {
  const made = new Map<number, Refusal>();
  return (seconds) => {
    const known = made.get(seconds);
    if (known) return known;
    const refusal = make(seconds);
    made.set(seconds, refusal);
    return refusal;
  };
}
