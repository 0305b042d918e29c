import { describe, expect, it } from 'vitest';
import { SignetError } from './signet-error.ts';
import { tellOperator } from './tell-operator.ts';

function told(error: unknown): readonly unknown[] {
  const lines: unknown[] = [];
  tellOperator(error, {
    error: (about, message) => void lines.push(['error', about, message]),
    warn: (about, message) => void lines.push(['warn', about, message]),
  });
  return lines;
}

describe('what the operator is told of an error', () => {
  it('is everything of a bug', () => {
    const bug = new TypeError('undefined is not a function');
    expect(told(bug)).toEqual([['error', { err: bug }, 'A request failed']]);
  });

  it('is the internal half of a refusal that has one', () => {
    const away = new SignetError({ code: 'store_unavailable', sentence: 'Away.' }, { internal: '57P01' });
    expect(told(away)).toEqual([
      ['warn', { code: 'store_unavailable', reason: '57P01' }, 'A request could not be served'],
    ]);
  });

  it('is nothing where the answer says it all', () => {
    expect(told(new SignetError({ code: 'account_exists', sentence: 'Taken.' }))).toEqual([]);
  });
});
