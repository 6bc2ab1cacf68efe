/** Why Approve is asleep. */
export const NOT_COMPARED = "Compare the code first, then tick the box.";
export const ALLOWS_NOTHING = "Allow at least one thing, or deny.";
