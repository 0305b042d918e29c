import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Long enough not to flicker while the pointer passes by, in milliseconds. */
const delay = 250;
/** Between the hint, what it explains and the edges of the window, in pixels. */
const gap = 6;

/** Puts the bubble above what it explains, below where there is no room, and within the window. */
function position(bubble: HTMLElement, anchor: DOMRect): void {
  const { width, height } = bubble.getBoundingClientRect();
  const above = anchor.top - height - gap;
  const left = anchor.left + anchor.width / 2 - width / 2;
  bubble.style.top = `${above >= gap ? above : anchor.bottom + gap}px`;
  bubble.style.left = `${Math.max(gap, Math.min(left, document.documentElement.clientWidth - width - gap))}px`;
}

interface HintState {
  readonly isOpen: boolean;
  readonly place: RefObject<HTMLSpanElement | null>;
  readonly bubble: RefObject<HTMLSpanElement | null>;
  readonly handlers: {
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: () => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
}

/** When a hint is shown, and where. */
export function useHint(): HintState {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const openSoon = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(true), delay);
  };
  const close = (): void => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useLayoutEffect(() => {
    const anchor = place.current?.firstElementChild;
    if (!isOpen || !bubble.current || !anchor) return undefined;
    bubble.current.showPopover();
    position(bubble.current, anchor.getBoundingClientRect());
    const leave = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.key === 'Escape') setOpen(false);
    };
    addEventListener('keydown', leave);
    addEventListener('scroll', leave, { capture: true, passive: true });
    return () => {
      removeEventListener('keydown', leave);
      removeEventListener('scroll', leave, { capture: true });
    };
  }, [isOpen]);
  return {
    isOpen,
    place,
    bubble,
    handlers: { onPointerEnter: openSoon, onPointerLeave: close, onFocus: openSoon, onBlur: close },
  };
}
