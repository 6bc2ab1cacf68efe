import { clsx, type ClassValue } from "clsx";

/**
 * Joins class names. Without tailwind-merge (8 kB in every first load): our parts take variants where others
 * take overriding classes, so there is nothing to resolve.
 */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
