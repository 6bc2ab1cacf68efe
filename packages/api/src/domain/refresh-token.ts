/** How long a token that was used answers with the same successor again: processes of one CLI refresh at once. */
const REPEAT_SECONDS = 60;

/** What a refresh token is good for at `now`. */
export function refreshStanding(
  token: { status: "current" | "rotated"; rotatedAt: Date | null },
  now: Date,
): "current" | "repeat" | "reused" {
  if (token.status === "current" || !token.rotatedAt) return "current";
  const repeatUntilMs = token.rotatedAt.getTime() + REPEAT_SECONDS * 1000;
  return now.getTime() <= repeatUntilMs ? "repeat" : "reused";
}
