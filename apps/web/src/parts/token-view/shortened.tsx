import { type ReactElement, useState } from 'react';
import { words } from './words.ts';
import './shortened.css';

interface ShortenedProps {
  /** Free of what hides or reorders text. */
  readonly text: string;
  /** Longer texts are shortened, in characters. */
  readonly most: number;
  readonly className?: string;
}

/** Of what is left, how much stands before the gap. */
const startShare = 2 / 3;

/** Long names and values, shortened in the middle, where they differ least, and opened whole at a press. */
export function Shortened({ text, most, className = '' }: ShortenedProps): ReactElement {
  const [isWhole, setWhole] = useState(false);
  if (text.length <= most) return <code className={className}>{text}</code>;
  const start = Math.floor(most * startShare);
  const toggle = (
    <button
      type="button"
      className="shortened-toggle"
      aria-expanded={isWhole}
      aria-label={isWhole ? words.decoded.shorten : words.decoded.showWhole}
      title={isWhole ? words.decoded.shorten : words.decoded.showWhole}
      onClick={() => setWhole(!isWhole)}
    >
      {isWhole ? '−' : '…'}
    </button>
  );
  return isWhole ? (
    <>
      <code className={`${className} shortened-whole`}>{text}</code> {toggle}
    </>
  ) : (
    <code className={className}>
      {text.slice(0, start)}
      {toggle}
      {text.slice(start - most)}
    </code>
  );
}
