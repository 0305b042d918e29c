import { screen } from './place.ts';

const mostPresses = 80;

/** What has the focus, inside shadow roots too, where the editors are. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

function nameOf(element: Element | null): string | null | undefined {
  const namedBy = document.getElementById(element?.getAttribute('aria-labelledby') ?? '');
  return element?.getAttribute('aria-label') ?? (namedBy ?? element)?.textContent;
}

/** Goes on by Tab until the focus is on what has this name. */
export async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < mostPresses; presses += 1) {
    await screen.keyboard.press('Tab');
    if (nameOf(focused())?.trim() === name) return;
  }
  throw new Error(`No press of Tab reached "${name}".`);
}
