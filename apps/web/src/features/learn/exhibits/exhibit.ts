import type { LessonId } from '../lesson-id.ts';
import type { LiveToken } from '../model/live-token.ts';

/** What every live part of a lesson is given. */
export interface ExhibitProps {
  readonly lesson: LessonId;
  readonly live: LiveToken;
  /** Makes a new token with a new key. */
  readonly again: () => void;
}
