import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkJson } from '../testing/fuzz/check-json.ts';
import { keyTexts, tokenTexts } from '../testing/fuzz/corpus.ts';
import { fuzzRuns } from '../testing/fuzz/fuzz-runs.ts';
import { mutated } from '../testing/fuzz/mutation.ts';
import { rounded } from '../testing/rounded.ts';
import { parseExactly } from './parse-exactly.ts';
import { readJson } from './read-json.ts';
import { toValue } from './to-value.ts';

const texts = mutated([...keyTexts, ...tokenTexts].filter((text) => text.startsWith('{')));

it('reads what JSON.parse reads, to the same value and with every place right, and refuses the rest', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const reading = readJson(text, { maxDepth: 200 });
      if (reading.kind === 'not-json') {
        expect(reading.problem.offset).toBeLessThanOrEqual(text.length);
        expect(() => void JSON.parse(text)).toThrow(SyntaxError);
      } else {
        expect(toValue(reading.root)).toEqual(parseExactly(text));
        expect(rounded(toValue(reading.root))).toEqual(JSON.parse(text));
        checkJson(text, reading.root);
      }
    }),
    fuzzRuns(3000),
  );
});
