import axe from 'axe-core';

/** What axe-core finds against the screen as it stands, once nothing in it moves or fades any more. */
export async function violations(): Promise<readonly string[]> {
  const moving = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(moving.map(({ finished }) => finished));
  const { violations: found } = await axe.run(document);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** By how many pixels the page is wider than the window. */
export function overhang(): number {
  return document.documentElement.scrollWidth - window.innerWidth;
}
