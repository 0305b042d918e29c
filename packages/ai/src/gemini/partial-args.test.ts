import { describe, expect, it } from 'vitest';
import { Losses } from '../model/loss.ts';
import { PartialArgs } from './partial-args.ts';

function argsOf(parts: readonly unknown[], begun?: unknown): string | undefined {
  const args = new PartialArgs(new Losses());
  args.begin(begun);
  for (const part of parts) args.add(part);
  return args.json;
}

describe('PartialArgs', () => {
  it('builds objects and lists place by place, texts out of their pieces', () => {
    const json = argsOf([
      { jsonPath: '$.items[0].name', stringValue: 'App', willContinue: true },
      { jsonPath: '$.items[0].name', stringValue: 'le' },
      { jsonPath: '$.items[0].price', numberValue: 0.5 },
      { jsonPath: '$.items[1].name', stringValue: 'Pear' },
      { jsonPath: "$['a.b'].c", boolValue: false },
      { jsonPath: '$.none', nullValue: 'NULL_VALUE' },
    ]);
    expect(JSON.parse(json ?? '')).toEqual({
      items: [{ name: 'Apple', price: 0.5 }, { name: 'Pear' }],
      'a.b': { c: false },
      none: null,
    });
  });

  it('takes a text that does not go on for a new one', () => {
    const twice = [
      { jsonPath: '$.a', stringValue: 'x' },
      { jsonPath: '$.a', stringValue: 'y' },
    ];
    expect(argsOf(twice)).toBe('{"a":"y"}');
    expect(argsOf([], { b: 1 })).toBe('{"b":1}');
    expect(argsOf([])).toBe('{}');
  });

  it.each(['$.a[99999]', '$.a[5]', 'a', '$', '$.a..b', `$${'.a'.repeat(65)}`, '$[0]', '$.a[0].x[0'])(
    'is broken by the place %s',
    (jsonPath) => {
      expect(argsOf([{ jsonPath, stringValue: 'x' }])).toBeUndefined();
    },
  );

  it('reaches no prototype', () => {
    const json = argsOf([{ jsonPath: '$.a.__proto__.polluted', stringValue: 'x' }], { a: {} });
    expect(json).toBe('{"a":{"__proto__":{"polluted":"x"}}}');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
