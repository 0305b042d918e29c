/** @param at milliseconds since the epoch */
export function instant(at: number | undefined): string {
  return at === undefined ? '–' : new Date(at).toISOString();
}
