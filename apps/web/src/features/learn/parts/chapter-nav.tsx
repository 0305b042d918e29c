import type { ReactElement } from 'react';
import { type Chapter, chapters } from '../chapters.ts';
import { words } from '../words/words.ts';
import './chapter-nav.css';

const groups = [
  { kind: 'lesson', name: 'lessons' },
  { kind: 'attack', name: 'attacks' },
] as const;

const chaptersOf = (kind: Chapter['kind']): readonly Chapter[] => chapters.filter((one) => one.kind === kind);

/** All chapters: a list beside the lesson where there is room, and a select above it where there is not. */
export function ChapterNav({ chapter }: { readonly chapter: Chapter }): ReactElement {
  return (
    <nav className="chapter-nav" aria-label={words.navigation}>
      <select
        className="chapter-select"
        aria-label={words.choose}
        value={chapter.name}
        onChange={({ currentTarget }) => {
          location.hash = currentTarget.value;
        }}
      >
        {groups.map(({ kind, name: group }) => (
          <optgroup key={kind} label={words.groups[group]}>
            {chaptersOf(kind).map(({ name, title: label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <div className="chapter-lists">
        {groups.map(({ kind, name: group }) => (
          <section key={kind} aria-labelledby={`chapters-${kind}`}>
            <h2 id={`chapters-${kind}`}>{words.groups[group]}</h2>
            <ul>
              {chaptersOf(kind).map(({ name, title: label }) => (
                <li key={name}>
                  <a href={`#${name}`} aria-current={name === chapter.name ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}
