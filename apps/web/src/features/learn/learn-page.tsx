import type { ReactElement } from 'react';
import { Prose } from '../../parts/prose/prose.tsx';
import { foreignTag } from '../../ui/language/translated.ts';
import { AttackArticle } from './parts/attack-article.tsx';
import { ChapterEnds } from './parts/chapter-ends.tsx';
import { ChapterNav } from './parts/chapter-nav.tsx';
import { LessonArticle } from './parts/lesson-article.tsx';
import { useChapter } from './use-chapter.ts';
import { attacks } from './words/attacks.ts';
import { lessons } from './words/lessons.ts';
import '../../ui/verdict/verdict.css';
import './learn.css';

/** Lessons that take a token apart, and the attack lab. */
export function LearnPage(): ReactElement {
  const chapter = useChapter();
  const said = chapter.kind === 'lesson' ? lessons[chapter.name] : attacks[chapter.name];
  const { title, lead } = said;
  return (
    <div className="learn">
      <ChapterNav chapter={chapter} />
      <main className="lesson" id="lesson" tabIndex={-1} lang={foreignTag(said)}>
        <h1 id="lesson-title" tabIndex={-1}>
          {title}
        </h1>
        <p className="lesson-lead">
          <Prose text={lead} />
        </p>
        {chapter.kind === 'lesson' ? (
          <LessonArticle key={chapter.name} name={chapter.name} />
        ) : (
          <AttackArticle key={chapter.name} name={chapter.name} />
        )}
        <ChapterEnds chapter={chapter} />
      </main>
    </div>
  );
}
