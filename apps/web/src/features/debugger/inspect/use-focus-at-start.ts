import { useEffect, useEffectEvent } from 'react';

/** A keyboard on the screen would cover what is to be seen first. */
const hasKeyboard = matchMedia('(pointer: fine)');

/** The cursor stands in the token when the page is opened, unless the reader has gone elsewhere already. */
export function useFocusAtStart(isShown: boolean): void {
  const focus = useEffectEvent(() => {
    if (!isShown || !hasKeyboard.matches || document.activeElement !== document.body) return;
    document
      .querySelector('.token-editor')
      ?.shadowRoot?.querySelector<HTMLElement>('.cm-content')
      ?.focus({ preventScroll: true });
  });
  useEffect(() => focus(), []);
}
