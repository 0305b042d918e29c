import { type ReactElement, useCallback } from 'react';
import type { LessonId } from '../lesson-id.ts';
import { makeLiveToken } from '../model/live-token.ts';
import { useMade } from '../use-made.ts';
import { lessons } from '../words/lessons.ts';
import { words } from '../words/words.ts';
import { BlockView } from './block-view.tsx';
import { OpenInDebugger } from './open-in-debugger.tsx';

const secondsNow = (): number => Math.floor(Date.now() / 1000);

/** One lesson: its words, its live token, and the way to the debugger. */
export function LessonArticle({ name }: { readonly name: LessonId }): ReactElement {
  const make = useCallback(() => makeLiveToken(name, secondsNow()), [name]);
  const [made, again] = useMade(make);
  if (made.kind !== 'made')
    return <p className="quiet">{made.kind === 'failed' ? words.failed : words.making}</p>;
  const live = made.value;
  return (
    <>
      {lessons[name].blocks.map((block, index) => {
        const place = `${index}`; // Blocks are never reordered: their place is their identity.
        return <BlockView key={place} block={block} lesson={name} live={live} again={again} />;
      })}
      <OpenInDebugger token={live.token} publicKey={live.publicKey} />
    </>
  );
}
