"use client";

import { useState } from "react";

/** One of the lifetimes that are offered, at first the longest. In seconds. */
export function useLifetime(choices: number[]) {
  const [chosen, choose] = useState(() => Math.max(...choices));
  return { choices, chosen, onChoose: choose };
}
