import { apiKeyPrefix } from '@signet/contracts';
import type { Detector, Verdict } from './detector.ts';
import { runEnd, standsAt, type UnitSet, unitSet } from './units.ts';

interface Shape {
  readonly prefix: string;
  readonly isIn: UnitSet;
  readonly fewest: number;
}

const most = 512;
const isWord: UnitSet = unitSet(/[\w-]/);
const isAlphanumeric: UnitSet = unitSet(/[A-Za-z0-9]/);
const isUpper: UnitSet = unitSet(/[A-Z0-9]/);

/** By what is said of them in the open, so that it may be looked for. */
const shapes: readonly Shape[] = [
  { prefix: apiKeyPrefix, isIn: unitSet(/[0-9a-f]/), fewest: 16 },
  ...['sk-', 'glpat-', 'AIza', 'github_pat_', 'pypi-', 'SG.'].map((prefix) => ({
    prefix,
    isIn: prefix === 'SG.' ? unitSet(/[\w.-]/) : isWord,
    fewest: 20,
  })),
  ...['xoxa-', 'xoxb-', 'xoxe-', 'xoxp-', 'xoxr-', 'xoxs-', 'xapp-'].map((prefix) => ({
    ...{ prefix, isIn: isWord, fewest: 10 },
  })),
  ...['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'npm_', 'hf_', 'gsk_', 'xai-'].map((prefix) => ({
    ...{ prefix, isIn: isAlphanumeric, fewest: 30 },
  })),
  ...['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_', 'whsec_'].map((prefix) => ({
    ...{ prefix, isIn: isAlphanumeric, fewest: 16 },
  })),
  ...['AKIA', 'ASIA'].map((prefix) => ({ prefix, isIn: isUpper, fewest: 16 })),
];

const firsts: ReadonlySet<number> = new Set(shapes.map(({ prefix }) => prefix.charCodeAt(0)));

/** A key of a service, known by how it begins. One without any digit is a word of a text. */
export const secret: Detector = {
  kind: 'secret',
  longest: Math.max(...shapes.map(({ prefix }) => prefix.length)) + most,
  begins: (unit) => firsts.has(unit),
  at(text, from, isEnd): Verdict {
    if (isWord(text.charCodeAt(from - 1))) return 'no';
    for (const { prefix, isIn, fewest } of shapes) {
      const begun = standsAt(text, from, prefix, isEnd);
      if (begun === 'no') continue;
      if (begun === 'more') return 'more';
      const begin = from + prefix.length;
      const end = runEnd(text, begin, { most, isIn, isEnd });
      if (end === undefined) return 'more';
      if (end - begin >= fewest && /\d/.test(text.slice(begin, end))) return end - from;
    }
    return 'no';
  },
};
