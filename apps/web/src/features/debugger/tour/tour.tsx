import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { stops } from './stops.ts';
import { useSpotlight } from './use-spotlight.ts';
import { words } from './words.ts';
import './tour.css';

interface TourProps {
  /** Puts a sample in where there is nothing to look at. */
  readonly onStart: (() => void) | undefined;
  readonly onClose: () => void;
}

/** By how many stops a key moves. */
const moves: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * A walk over the page: what each part is and says. The dialog keeps the focus and gives it back; Escape ends
 * the walk, arrows go on and back.
 */
export function Tour({ onStart, onClose }: TourProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const light = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const textId = useId();
  const [index, setIndex] = useState(0);
  const stop = stops[index] ?? stops[0];
  const isLast = index === stops.length - 1;
  const { title, text } = words.stops[stop.name];
  const start = useRef(onStart);
  useEffect(() => {
    start.current?.();
    dialog.current?.showModal();
    next.current?.focus();
  }, []);
  useSpotlight(stop, light, dialog);
  const go = (by: number): void => setIndex((at) => Math.max(0, Math.min(at + by, stops.length - 1)));
  const press = (event: KeyboardEvent): void => {
    const by = moves[event.key];
    if (by === undefined) return;
    event.preventDefault();
    go(by);
  };
  return (
    <dialog
      ref={dialog}
      className="tour"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onKeyDown={press}
      onClose={onClose}
    >
      <div ref={light} className="tour-light" aria-hidden />
      <div className="tour-card">
        <div aria-live="polite">
          <p className="tour-progress">{words.progress(index + 1, stops.length)}</p>
          <h2 className="tour-title" id={titleId}>
            {title}
          </h2>
          <p id={textId}>{text}</p>
        </div>
        <div className="tour-actions">
          <Button onClick={() => dialog.current?.close()}>{words.end}</Button>
          <span className="tour-moves">
            <Button disabled={index === 0} onClick={() => go(-1)}>
              {words.back}
            </Button>
            <Button ref={next} weight="primary" onClick={() => (isLast ? dialog.current?.close() : go(1))}>
              {isLast ? words.done : words.next}
            </Button>
          </span>
        </div>
      </div>
    </dialog>
  );
}
