import { type AttackId, attackIds } from './lab/attack.ts';
import { type LessonId, lessonIds } from './lesson-id.ts';
import { attacks } from './words/attacks.ts';
import { lessons } from './words/lessons.ts';

/** One page of the learning part; its name stands in the fragment of the address. */
export type Chapter =
  | { readonly kind: 'lesson'; readonly name: LessonId; readonly title: string }
  | { readonly kind: 'attack'; readonly name: AttackId; readonly title: string };

/** All chapters in reading order. */
export const chapters: readonly [Chapter, ...Chapter[]] = [
  { kind: 'lesson', name: 'structure', title: lessons.structure.title },
  ...lessonIds.slice(1).map((name): Chapter => ({ kind: 'lesson', name, title: lessons[name].title })),
  ...attackIds.map((name): Chapter => ({ kind: 'attack', name, title: attacks[name].title })),
];

/** The chapter that a fragment such as `#claims` names; undefined for anything else. */
export function chapterOf(fragment: string): Chapter | undefined {
  return chapters.find(({ name }) => `#${name}` === fragment);
}
