import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { placeCard } from './place-card.ts';
import { elementOf, type Stop } from './stops.ts';

/** The part's edge is kept clear of the light's, in pixels. */
const margin = 4;

function place(light: HTMLElement, card: HTMLElement, part: DOMRect): void {
  light.style.left = `${part.left - margin}px`;
  light.style.top = `${part.top - margin}px`;
  light.style.width = `${part.width + 2 * margin}px`;
  light.style.height = `${part.height + 2 * margin}px`;
  const view = { width: document.documentElement.clientWidth, height: innerHeight };
  const { left, top } = placeCard(part, card.getBoundingClientRect(), view);
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
}

/** Brings the part of a stop into view and keeps light and card with it while the page changes. */
export function useSpotlight(
  stop: Stop,
  light: RefObject<HTMLElement | null>,
  card: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    elementOf(stop)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }, [stop]);
  useEffect(() => {
    const follow = (): void => {
      const part = elementOf(stop);
      if (light.current && card.current && part)
        place(light.current, card.current, part.getBoundingClientRect());
    };
    const sizes = new ResizeObserver(follow);
    sizes.observe(document.body);
    if (card.current) sizes.observe(card.current);
    addEventListener('resize', follow);
    addEventListener('scroll', follow, { capture: true, passive: true });
    follow();
    return () => {
      sizes.disconnect();
      removeEventListener('resize', follow);
      removeEventListener('scroll', follow, { capture: true });
    };
  }, [stop, light, card]);
}
