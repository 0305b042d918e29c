import { cloneElement, type ReactElement, useId } from 'react';
import { useHint } from './use-hint.ts';
import './hint.css';

interface HintProps {
  readonly text: string;
  /** One element, reachable by keyboard, so that everyone can read the hint. */
  readonly children: ReactElement<{ readonly 'aria-describedby'?: string | undefined }>;
}

/** A sentence that appears on hover and on focus, above everything else; Escape takes it away. */
export function Hint({ text, children }: HintProps): ReactElement {
  const id = useId();
  const { isOpen, place, bubble, handlers } = useHint();
  return (
    <span className="hint-place" ref={place} {...handlers}>
      {cloneElement(children, { 'aria-describedby': isOpen ? id : undefined })}
      {isOpen && (
        <span ref={bubble} id={id} role="tooltip" popover="manual" className="hint">
          {text}
        </span>
      )}
    </span>
  );
}
