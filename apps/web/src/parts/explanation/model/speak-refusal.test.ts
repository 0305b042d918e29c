import {
  attemptFailures,
  type DecisionRecord,
  englishExplanation,
  explainDecision,
  newId,
  notNeededReasons,
  phrases,
  type RefusalKey,
  type RefusalTranslations,
  refusal,
  refusalKeys,
  refusalTemplates,
  type StepRecord,
  webhookVerdicts,
} from '@signet/contracts';
import { afterEach, describe, expect, expectTypeOf, it } from 'vitest';
import { speak } from '../../../ui/language/current-language.ts';
import { type Translated, tags } from '../../../ui/language/languages.ts';
import { speakWhenLoaded } from '../../../ui/language/translated.ts';
import { words as german } from '../refusals/de.ts';
import { words as spanish } from '../refusals/es.ts';
import { words as japanese } from '../refusals/ja.ts';
import type { Speech } from '../refusals/speech.ts';
import { words as chinese } from '../refusals/zh.ts';
import { explainHere, speakRefusal, titleOf } from './speak-refusal.ts';

const speeches = { de: german, es: spanish, ja: japanese, zh: chinese } satisfies Record<Translated, Speech>;
const languages = Object.keys(speeches) as Translated[];

/** What a start is refused with is told in a terminal, in English: the type of the translations leaves it out. */
const spokenKeys = refusalKeys.filter((key) => Object.hasOwn(german.refusals, key.split('.')[0] ?? ''));
const names = ['sentence', 'expected', 'actual', 'fix'] as const;

/** All texts of an object with their paths. */
function textsIn(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([name, member]) => textsIn(member, `${path}/${name}`));
}

function placesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{#?\w{1,32}\}/g)].map(([place]) => place).toSorted();
}

function withoutPlaces(text: string): string {
  return text.replaceAll(/\{\w{1,32}\}/g, '');
}

/** Numbers for all values; of a phrase its key. */
function sample(key: RefusalKey) {
  const values: Record<string, string | number> = {};
  const [code = '', variant = ''] = key.split('.');
  const { variants, ...own } = refusalTemplates[code as 'rate_limited'];
  for (const [, text] of textsIn({ ...own, ...variants?.[variant] })) {
    for (const place of placesIn(text)) {
      const name = place.slice(1, -1);
      values[name.replace('#', '')] = name.startsWith('#') ? 'list_misfit' : 4711;
    }
  }
  return (refusal as (key: string, values?: object) => ReturnType<typeof refusal<'route_not_found'>>)(
    key,
    Object.keys(values).length === 0 ? undefined : values,
  );
}

afterEach(() => speak('en'));

describe('the words of a refusal', () => {
  it('must have every code and variant in every language, or do not compile', () => {
    expectTypeOf<Omit<RefusalTranslations, 'rate_limited'>>().not.toExtend<RefusalTranslations>();
    expectTypeOf<{
      variants: Omit<RefusalTranslations['rate_limited']['variants'], 'claim'>;
    }>().not.toExtend<Pick<RefusalTranslations['rate_limited'], 'variants'>>();
    expectTypeOf<Omit<Speech['titles'], 'rate_limited'>>().not.toExtend<Speech['titles']>();
    type Notes = Speech['explanation']['notes'];
    expectTypeOf<Omit<Notes, 'waited'>>().not.toExtend<Notes>();
  });

  it.each(languages)('have the places of the English texts (%s)', (language) => {
    const english = new Map(textsIn(refusalTemplates));
    const wrong = textsIn(speeches[language].refusals).filter(
      ([path, text]) => placesIn(text).join() !== placesIn(english.get(path) ?? 'none of it').join(),
    );
    expect(wrong).toEqual([]);
    const phrase = new Map(textsIn(phrases));
    const wrongPhrases = textsIn(speeches[language].phrases).filter(
      ([path, text]) => placesIn(text).join() !== placesIn(phrase.get(path) ?? '').join(),
    );
    expect(wrongPhrases).toEqual([]);
    const explained = new Map(textsIn(englishExplanation));
    const wrongWords = textsIn(speeches[language].explanation).filter(
      ([path, text]) => placesIn(text).join() !== placesIn(explained.get(path) ?? 'none of it').join(),
    );
    expect(wrongWords).toEqual([]);
  });

  it.each(languages)('are spoken for every key, with all values and no English (%s)', async (language) => {
    await speakWhenLoaded(language);
    const same: string[] = [];
    for (const key of spokenKeys) {
      const english = sample(key);
      const said = speakRefusal(english);
      for (const name of names) {
        const text = said[name];
        expect(text ?? '', key).not.toMatch(/[{}]/);
        if (text !== undefined && text === english[name]) same.push(`${key}: ${text}`);
      }
    }
    // Only what consists of names and numbers may be the same.
    expect(same.filter((line) => !onlyNames.test(line.slice(line.indexOf(': ') + 2)))).toEqual([]);
  });

  const onlyNames = /^(?:4711|4711 bytes|iss: 4711|HTTP\/4711|4711: 4711|`[\w.: ]+`)$/;

  it.each(languages)('are of that language in titles, phrases and explanation too (%s)', (language) => {
    const { titles, phrases: said, explanation } = speeches[language];
    const empty = textsIn({ titles, said, explanation }).filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
    if (language === 'ja' || language === 'zh') {
      const words = textsIn({ titles, explanation }).filter(([, text]) => /\p{L}/u.test(withoutPlaces(text)));
      const latin = words.filter(([, text]) => !/[\u3040-\u9fff]/.test(text));
      expect(latin).toEqual([]);
    }
    expect(tags[language]).toBeDefined();
  });
});

describe('what a step says of its work', () => {
  const steps: readonly StepRecord[] = [
    ['read-request', { droppedHeaders: 'x-user', furtherDropped: 4711, droppedSignInCookie: true }],
    ['read-request', { droppedHeaders: 'x-user' }],
    ['match-route', { route: 'demo-1' }],
    ['extract-token', { source: 'Authorization' }],
    ['extract-token', { keySource: 'x-api-1' }],
    ['extract-token', { passwordSource: 'x-basic-1' }],
    ['verify-token', { machine: 'm-1', remembered: true }],
    ['verify-token', { machine: 'm-1', remembered: false }],
    ['verify-token', { apiKey: 'apk-1', remembered: true }],
    ['verify-token', { apiKey: 'apk-1', remembered: false }],
    ['verify-token', { issuer: 'i-1', alg: 'ES256', kid: 'k-1', remembered: true }],
    ['verify-token', { issuer: 'i-1', alg: 'ES256', remembered: false }],
    ['check-revocation', { newsAgeMs: 2_500 }],
    ['check-revocation', { usedNow: true }],
    ['authorize', { scopes: 's-1' }],
    ['authorize', { roles: 'r-1' }],
    ['authorize', { scopes: 's-1', roles: 'r-1' }],
    ['limit', { count: 10, perMs: 60_000, by: 'route', left: 7 }],
    ['limit', { count: 10, perMs: 60_000, by: 'address' }],
    ['limit', { count: 10, perMs: 60_000, by: 'claims.sub', left: 7 }],
    ['check-request', { checkedParameters: 12, checkedBytes: 4711 }],
    ['check-request', { checkedBytes: 4711 }],
    ...webhookVerdicts.map(
      (webhookVerdict) => ['ask-webhook', { webhook: 'h-1', webhookVerdict, tookMs: 12 }] as const,
    ),
    ['forward', { attempt: 2, upstream: 'u-1', target: 't-1', status: 200, keptBackCookie: true }],
    ['forward', { attempt: 1, upstream: 'u-1', target: 't-1', status: 200, contextGiven: true }],
    ['forward', { attempt: 1, upstream: 'u-1', target: 't-1', status: 200, token: 'forwarded' }],
    ['forward', { attempt: 1, upstream: 'u-1', target: 't-1', status: 200, token: 'kept-back' }],
    ['forward', { upstream: 'u-1', target: 't-1', status: 200, unwell: 't-2', ejected: 't-3, t-4' }],
    ['forward', { upstream: 'u-1', target: 't-1', failure: 'broken', retriesSpent: true }],
    ...attemptFailures.map(
      (failure) =>
        ['forward', { upstream: 'u-1', target: 't-1', failure, waitedMs: 20, connections: 3 }] as const,
    ),
    ...notNeededReasons.map((because) => ['limit', { because }] as const),
  ].map(([step, facts]) => ({ step, outcome: 'ok', facts }) as StepRecord);
  const record: DecisionRecord = {
    ...{ version: 2, reference: newId('reference'), at: 0, node: 'gateway-1', method: 'GET', path: '/x' },
    ...{ outcome: 'forwarded', status: 200, steps, durationMicros: 1 },
  };
  const english = explainDecision(record).steps.map(({ note = '' }) => note);

  it.each(languages)('is said in the language of the page, with all values (%s)', async (language) => {
    await speakWhenLoaded(language);
    const said = explainHere(record).steps.map(({ note = '' }) => note);
    const values = (text: string) => [...text.matchAll(/[a-z]+-\d|\d[\d.]*\d|ES256/g)].map(String).toSorted();
    expect(said.map(values)).toEqual(english.map(values));
    expect(said.filter((note) => /[{}]/.test(note) || english.includes(note))).toEqual([]);
  });

  it('is English in English', () => {
    expect(explainHere(record).steps.map(({ note }) => note)).toEqual(english);
    expect(english).toContain(
      'Signed by i-1 with ES256, key k-1; the signature was remembered from an earlier request',
    );
    expect(english).toContain('7 left of 10 in 60 s for each claims.sub');
    expect(english).toContain('u-1 at t-1 did not answer. No connection within 20 ms');
  });

  it('shows what stands in facts as it is, whatever it spells', async () => {
    await speakWhenLoaded('de');
    const steps: readonly StepRecord[] = [
      { step: 'verify-token', outcome: 'ok', facts: { issuer: '{kid}$&', alg: '{first}', kid: '{second}' } },
    ];
    expect(explainHere({ ...record, steps }).steps[0]?.note).toMatch(
      /^Signiert von \{kid\}\$& mit \{first\}, Schlüssel \{second\}; die Signatur/,
    );
  });
});

describe('a refusal on the page', () => {
  const limited = refusal('rate_limited.route', { count: 10, per: 60, wait: 7 });

  it('is said in the language of the page, with its values', async () => {
    await speakWhenLoaded('de');
    expect(speakRefusal(limited)).toMatchObject({
      sentence: 'Zu viele Anfragen kamen in zu kurzer Zeit.',
      expected: 'höchstens 10 Anfragen in 60 s für jede Route',
      fix: 'Warte 7 s, und mach dann langsamer weiter.',
    });
    expect(titleOf('rate_limited')).toBe('Das Limit dieser Route ist erreicht');
  });

  it('stays English in English', () => {
    expect(speakRefusal(limited)).toEqual(limited);
    expect(titleOf('rate_limited')).toBe('The limit of this route is reached');
  });

  it('of an older record keeps its sentence, where that cannot be said anew', async () => {
    await speakWhenLoaded('ja');
    const { variant, values, ...old } = limited;
    expect([variant, values]).not.toContain(undefined);
    expect(speakRefusal(old)).toEqual(old);
    expect(speakRefusal({ ...limited, variant: '__proto__' }).sentence).toBe(limited.sentence);
    expect(speakRefusal({ ...limited, values: {} }).sentence).toBe(limited.sentence);
    expect(speakRefusal({ ...limited, code: 'constructor' }).sentence).toBe(limited.sentence);
  });

  it('of the token room is translated by its sentence, also within another', async () => {
    await speakWhenLoaded('de');
    const expired = { code: 'token_expired', sentence: 'The token has expired.' };
    expect(speakRefusal(expired).sentence).toBe('Das Token ist abgelaufen.');
    const fix = 'Get a new token: refresh it or sign in again.';
    const published = refusal('key_not_trusted', { reason: 'The token has expired.', key: 'a', fix });
    expect(speakRefusal(published).fix).toMatch(/^Hol/);
    expect(speakRefusal(published).sentence).toMatch(/nicht benutzt\. Das Token ist abgelaufen\.$/);
  });

  it('shows names from outside as names, whatever they spell', async () => {
    await speakWhenLoaded('es');
    const said = speakRefusal(refusal('method_not_allowed', { method: '{allowed}$&', allowed: 'GET' }));
    expect(said).toMatchObject({ actual: '{allowed}$&', expected: 'GET' });
  });

  it('is explained with its steps in the language of the page', async () => {
    await speakWhenLoaded('zh');
    const record: DecisionRecord = {
      version: 2,
      reference: newId('reference'),
      at: 0,
      node: 'gateway-1',
      method: 'GET',
      path: '/x',
      outcome: 'refused',
      status: 429,
      refusal: limited,
      steps: [
        { step: 'match-route', outcome: 'ok' },
        { step: 'limit', outcome: 'refused', note: limited.sentence, expected: limited.expected ?? '' },
      ],
      durationMicros: 1000,
    };
    const explanation = explainHere(record);
    expect(explanation.headline).toBe('GET /x 被拒绝，状态 429：短时间内收到的请求过多。');
    expect(explanation.refusal?.title).toBe('已达到该路由的限额');
    expect(explanation.steps[1]).toMatchObject({
      question: '限额内还有余地吗？',
      word: '被拒绝',
      note: '短时间内收到的请求过多。',
      expected: '每条路由在 60 秒内最多 10 个请求',
    });
    expect(explanation.circumstances.map(({ name }) => name)).toEqual(['时间', '由谁决定', '耗时']);
  });
});
