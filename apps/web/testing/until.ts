/** In milliseconds: longer than a busy machine needs for anything that is worth waiting for. */
const patience = 30_000;

/**
 * Looks once a frame until there is something to see.
 * @throws when that takes longer than half a minute
 */
export async function until<Seen>(
  look: () => Seen | undefined | null | false,
  what: () => string,
): Promise<Seen> {
  const end = performance.now() + patience;
  for (;;) {
    const seen = look();
    if (seen) return seen;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what()}.`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
