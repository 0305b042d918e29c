/** The parts of the page that the tour leads to, in order, and how each is found. */
export const stops = [
  { name: 'token', selector: '#token .panel' },
  { name: 'header', selector: '.decoded-header' },
  { name: 'payload', selector: '.decoded-payload' },
  { name: 'key', selector: '.panel:has(.key-editor)' },
  { name: 'verdict', selector: '.verdict:not([hidden] *)' },
  { name: 'findings', selector: '#findings' },
] as const;

export type Stop = (typeof stops)[number];

export function elementOf({ selector }: Stop): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(selector) ?? undefined;
}
