import { useEffect, useState } from 'react';
import { type Chapter, chapterOf, chapters } from './chapters.ts';
import { words } from './words/words.ts';

/**
 * The chapter that the address names. A fragment that is no chapter, such as the target of the skip link,
 * changes nothing. After a change the reader starts at the top, with the focus on the title.
 */
export function useChapter(): Chapter {
  const [chapter, setChapter] = useState(() => chapterOf(location.hash) ?? chapters[0]);
  useEffect(() => {
    const follow = (): void => {
      const named = chapterOf(location.hash);
      if (!named) return;
      setChapter(named);
      scrollTo({ top: 0 });
      requestAnimationFrame(() => document.getElementById('lesson-title')?.focus({ preventScroll: true }));
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const title = words.documentTitle(chapter.title);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return chapter;
}
