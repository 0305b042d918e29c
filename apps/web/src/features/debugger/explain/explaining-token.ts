import type { Extension } from '@codemirror/state';
import { explaining } from '../../../ui/editor/explaining.ts';
import type { Dissection } from '../model/inspection.ts';
import { explainToken } from './explain-token.ts';

/** For the editor of a token: says what stands under the pointer and where the cursor is. */
export function explainingToken(dissection: Dissection, shown: string): Extension {
  const { token, tail = '' } = dissection.parsed;
  // Places count from the token's first character, so there are none while other text stands around it.
  return explaining((offset) => (token + tail === shown ? explainToken(dissection, offset) : undefined));
}
