import { type RefusalKey, refusal } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { spokenFailure } from './failure-words.ts';
import { pageLanguages } from './page-language.ts';

const plain = [
  'authorization_request_invalid.client',
  'authorization_request_invalid.redirect_uri',
  'authorization_request_invalid.expired',
  'internal_error.server',
  'provider_sign_in_over',
  'store_unavailable',
  'outcome_unknown',
] as const satisfies readonly RefusalKey[];

describe('what cannot be told to an app', () => {
  it.each(plain)('%s is said in each language, with everything that English says', (key) => {
    const told = refusal(key);
    const said = pageLanguages.map((language) => spokenFailure(told, language));
    expect(new Set(said.map((each) => each?.sentence)).size).toBe(pageLanguages.length);
    for (const each of said) {
      expect(Object.keys(each ?? {}).sort()).toEqual(Object.keys(told).sort());
      expect([each?.code, each?.rule]).toEqual([told.code, told.rule]);
    }
  });

  it('says what came with it as it came', () => {
    const told = refusal('authorization_request_invalid.other', { detail: '{code} <b>' });
    for (const language of pageLanguages) expect(spokenFailure(told, language)?.actual).toBe('{code} <b>');
  });

  it('is not said half where there are no words, or a value is missing', () => {
    const { values: _, ...bare } = refusal('authorization_request_invalid.other', { detail: 'x' });
    for (const told of [refusal('token_hook_failed'), bare, { ...bare, variant: 'constructor' }]) {
      expect(spokenFailure(told, 'de')).toBeUndefined();
      expect(spokenFailure(told, 'en')).toBe(told);
    }
  });
});
