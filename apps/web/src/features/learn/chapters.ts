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
  lesson('structure'),
  ...lessonIds.slice(1).map(lesson),
  ...attackIds.map(attack),
];

/** Titles are read when they are shown, in the language of the page. */
function lesson(name: LessonId): Chapter {
  return {
    kind: 'lesson',
    name,
    get title() {
      return lessons[name].title;
    },
  };
}

function attack(name: AttackId): Chapter {
  return {
    kind: 'attack',
    name,
    get title() {
      return attacks[name].title;
    },
  };
}

/** The chapter that a fragment such as `#claims` names; undefined for anything else. */
export function chapterOf(fragment: string): Chapter | undefined {
  return chapters.find(({ name }) => `#${name}` === fragment);
}
