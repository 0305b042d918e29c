import type { ReactElement } from 'react';
import { type Chapter, chapters } from '../chapters.ts';
import { words } from '../words/words.ts';

function Step({ to, label }: { readonly to: Chapter | undefined; readonly label: string }): ReactElement {
  if (!to) return <span />;
  return (
    <a href={`#${to.name}`}>
      <span className="quiet">{label}</span>
      <span>{to.title}</span>
    </a>
  );
}

/** The way to the chapters before and after. */
export function ChapterEnds({ chapter }: { readonly chapter: Chapter }): ReactElement {
  const place = chapters.indexOf(chapter);
  return (
    <nav className="chapter-ends" aria-label={`${words.previous}, ${words.next}`}>
      <Step to={chapters[place - 1]} label={words.previous} />
      <Step to={chapters[place + 1]} label={words.next} />
    </nav>
  );
}
