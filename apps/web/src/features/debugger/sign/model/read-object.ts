import { type JsonObject, readJson } from '@signet/token/json';
import { translate } from '../../../../ui/language/translate.ts';
import { words } from '../words.ts';

/** Why a text is no object that can be signed. */
export interface ObjectFault {
  readonly kind: 'refused';
  readonly part: 'header' | 'payload';
  readonly sentence: string;
  /** Where the text is at fault, in UTF-16 units. */
  readonly offset: number;
}

/** Reads a header or payload: one JSON object in which no name stands twice. */
export function readObject(part: 'header' | 'payload', text: string): JsonObject | ObjectFault {
  const reading = readJson(text);
  if (reading.kind === 'not-json') {
    const { offset, sentence } = reading.problem;
    return { kind: 'refused', part, sentence: words.problems.json(part, translate(sentence)), offset };
  }
  const [duplicate] = reading.duplicates;
  if (duplicate) {
    const sentence = words.problems.duplicate(part, duplicate.name);
    return { kind: 'refused', part, sentence, offset: duplicate.offset };
  }
  if (reading.root.kind === 'object') return reading.root;
  return { kind: 'refused', part, sentence: words.problems.object(part), offset: 0 };
}
