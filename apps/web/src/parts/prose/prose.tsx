import type { ReactElement } from 'react';
import { type ProsePart, parseProse } from './parse-prose.ts';
import './prose.css';

function Part({ part }: { readonly part: ProsePart }): ReactElement {
  switch (part.kind) {
    case 'text':
      return <>{part.text}</>;
    case 'code':
      return <code>{part.text}</code>;
    case 'rule':
      return (
        <a className="rule-link" href={part.href} target="_blank" rel="noreferrer">
          {part.text}
        </a>
      );
  }
}

/** A sentence with its code and its references. */
export function Prose({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {parseProse(text).map((part, index) => {
        const place = `${index}`; // The parts of a sentence are never reordered.
        return <Part key={place} part={part} />;
      })}
    </>
  );
}
