import type { Extension } from '@codemirror/state';
import { explaining } from '../../../ui/editor/explaining.ts';
import type { Dissection } from '../model/inspection.ts';
import { explainToken } from './explain-token.ts';

/** A token as it stands in its editor. */
export interface ShownToken {
  readonly dissection: Dissection;
  readonly shown: string;
}

/** For the editor of a token: says what stands under the pointer and where the cursor is. */
export function explainingToken(current: () => ShownToken): Extension {
  return explaining((offset) => {
    const { dissection, shown } = current();
    const { token, tail = '' } = dissection.parsed;
    // Places count from the token's first character, so there are none while other text stands around it.
    return token + tail === shown ? explainToken(dissection, offset) : undefined;
  });
}
