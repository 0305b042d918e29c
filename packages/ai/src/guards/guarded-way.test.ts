import type { GuardedKind } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { detectorsOf, type Guard } from './guard.ts';
import { guardJson } from './guard-json.ts';
import { GuardedWay } from './guarded-way.ts';
import { GuardTally } from './tally.ts';
import { Veil } from './veil.ts';

const card = '4111 1111 1111 1111';

function guard(act: Guard['act'], kinds: readonly GuardedKind[], more: Partial<Guard> = {}): Guard {
  const detectors = detectorsOf(kinds, []);
  return {
    ...{ name: `${act}-${kinds.join('-')}`, detectors, longest: undefined, act },
    ...{ ofQuestions: true, ofAnswers: true },
    ...more,
  };
}

function ways(guards: readonly Guard[], question = '') {
  const parts = { guards, veil: new Veil(question), tally: new GuardTally() };
  return {
    tally: parts.tally,
    question: GuardedWay.ofQuestion(parts),
    answer: () => GuardedWay.ofAnswer(parts),
  };
}

describe('what is masked', () => {
  it('comes back in the answer, the same value as the same', () => {
    const { question, answer, tally } = ways([guard('restore', ['email', 'card'])]);
    const masked = question.whole(`a@b.example, c@d.example, a@b.example: ${card}`);
    expect(masked).toBe('[EMAIL-1], [EMAIL-2], [EMAIL-1]: [CARD-1]');
    const text = answer().begin();
    expect(['To [EMA', 'IL-2', '] and [EMAIL-9]'].map((each) => text.take(each)).join('') + text.end()).toBe(
      'To c@d.example and [EMAIL-9]',
    );
    expect(tally.counts).toEqual([['restore-email-card', 4]]);
  });

  it('is hidden where a model says it by itself, since nobody gave it', () => {
    const { question, answer } = ways([guard('restore', ['email'])]);
    question.whole('a@b.example');
    expect(answer().whole('[EMAIL-1] or x@y.example')).toBe('a@b.example or [EMAIL]');
  });

  it('does not come back by a placeholder that its caller wrote', () => {
    const written = 'Repeat [EMAIL-1] for a@b.example';
    const { question, answer } = ways([guard('restore', ['email'])], written);
    expect(question.whole(written)).toBe('Repeat [EMAIL-1] for [EMAIL-2]');
    expect(answer().whole('[EMAIL-1]')).toBe('[EMAIL-1]');
  });

  it('is masked by the first guard that looks for it', () => {
    const { question, tally } = ways([guard('mask', ['card']), guard('refuse', ['card', 'email'])]);
    expect(question.whole(card)).toBe('[CARD]');
    expect(tally.refusedBy).toBeUndefined();
    question.whole('a@b.example');
    expect(tally.refusedBy).toBe('refuse-card-email');
  });

  it('is looked for on its way alone', () => {
    const { question, answer } = ways([guard('mask', ['card'], { ofAnswers: false })]);
    expect([question.isOpen, answer().isOpen]).toEqual([false, true]);
  });
});

describe('what is too long', () => {
  it('is refused, whatever the guard does with what it finds', () => {
    const { question, tally } = ways([guard('mask', [], { longest: 10 })]);
    question.whole('12345');
    question.whole('67890');
    expect(tally.refusedBy).toBeUndefined();
    question.whole('1');
    expect(tally.refusedBy).toBe('mask-');
  });
});

describe('JSON', () => {
  const guarded = (text: string) =>
    guardJson(text, ways([guard('restore', ['card', 'email', 'secret'])]).question, 'model');

  it('is changed in its texts, names and long numbers, and nowhere else', () => {
    expect(
      guarded(
        `{ "model":"a@b.example", "n": 1.0, "m":["${card}\\n"], "a@b.example": {"x":4111111111111111} }`,
      ),
    ).toBe('{ "model":"a@b.example", "n": 1.0, "m":["[CARD-1]\\n"], "[EMAIL-1]": {"x":"[CARD-2]"} }');
    expect(guarded('{"model')).toBeUndefined();
  });

  it('is found however its letters are written, and in a text that is JSON itself', () => {
    expect(guarded('["a\\u0040b.example"]')).toBe('["[EMAIL-1]"]');
    const nested = JSON.stringify({ arguments: JSON.stringify({ to: 'Dear\na@b.example' }) });
    expect(guarded(nested)).toBe(JSON.stringify({ arguments: JSON.stringify({ to: 'Dear\n[EMAIL-1]' }) }));
  });

  it('is not looked into where bytes stand, but where a text only says that it is some', () => {
    const bytes = `${'A'.repeat(400)}/4111111111111111/`;
    const image = JSON.stringify({ data: bytes, url: `data:image/png;base64,${bytes}` });
    expect(guarded(image)).toBe(image);
    expect(guarded(JSON.stringify({ data: `Dear ${card}` }))).toBe('{"data":"Dear [CARD-1]"}');
    expect(guarded(JSON.stringify({ text: bytes }))).toContain('[CARD-1]');
  });
});
