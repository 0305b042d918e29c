import { describe, expect, it } from 'vitest';
import type { ModelEvent } from '../model/event.ts';
import type { Sealed } from '../model/protocol.ts';
import type { InputItem } from '../model/request.ts';
import type { Carried } from './carried.ts';
import { SealCarrier } from './seal-carrier.ts';
import { withCarried } from './with-carried.ts';

const google: Sealed = { maker: 'google', value: 'g' };
const anthropic: Sealed = { maker: 'anthropic', value: 'a' };

const thinks: readonly ModelEvent[] = [
  { kind: 'item', item: 0, opens: { kind: 'reasoning' } },
  { kind: 'text', item: 0, text: 'Hm. ' },
  { kind: 'text', item: 0, text: 'Well.' },
  { kind: 'sealed', item: 0, sealed: anthropic },
  { kind: 'item-end', item: 0 },
];

function calls(item: number, sealed?: Sealed): readonly ModelEvent[] {
  return [
    { kind: 'item', item, opens: { kind: 'tool-call', id: `call_${item}`, name: 'weather' } },
    ...(sealed === undefined ? [] : [{ kind: 'sealed' as const, item, sealed }]),
    { kind: 'arguments', item, json: '{}' },
    { kind: 'item-end', item },
  ];
}

function carriedIn(events: readonly ModelEvent[], thoughts = true) {
  const carried: Carried[] = [];
  const carrier = new SealCarrier(
    (each) => {
      carried.push(each);
      return `with ${each.id}`;
    },
    { thoughts },
  );
  const taken = events.flatMap((event) => carrier.take(event));
  const ids = taken.flatMap((event) =>
    event.kind === 'item' && event.opens.kind === 'tool-call' ? [event.opens.id] : [],
  );
  return { carried, taken, ids };
}

describe('what is sealed', () => {
  it('goes into the id of the call that it is over, and nothing else changes', () => {
    const events = [...calls(1, google), ...calls(2), { kind: 'end' } as const];
    const { carried, taken, ids } = carriedIn(events);
    expect(carried).toEqual([{ id: 'call_1', sealed: google, thoughts: [] }]);
    expect(ids).toEqual(['with call_1', 'call_2']);
    expect(taken).toHaveLength(events.length);
    expect(taken.slice(1, 4)).toEqual(events.slice(1, 4));
  });

  it('goes with the thoughts before it into the first call behind them, where the caller has no place for these', () => {
    const events = [...thinks, ...calls(1), ...calls(2)];
    const thoughts = [{ text: 'Hm. Well.', sealed: anthropic }];
    expect(carriedIn(events).carried).toEqual([{ id: 'call_1', thoughts }]);
    expect(carriedIn(events, false).carried).toEqual([]);
  });

  it('is not there for a thought that nobody sealed', () => {
    const open = thinks.filter(({ kind }) => kind !== 'sealed');
    expect(carriedIn([...open, ...calls(1)]).ids).toEqual(['call_1']);
  });
});

describe('a turn that comes back', () => {
  const user: InputItem = { kind: 'message', role: 'user', parts: [{ kind: 'text', text: 'Hello' }] };
  const said: InputItem = { kind: 'message', role: 'assistant', parts: [{ kind: 'text', text: 'Wait' }] };
  const call: InputItem = { kind: 'tool-call', id: 'call_1', name: 'weather', arguments: '{}' };
  const carried: Carried = {
    id: 'call_1',
    sealed: google,
    thoughts: [{ text: 'Hm.', sealed: anthropic }],
  };
  const thought: InputItem = { kind: 'reasoning', text: 'Hm.', sealed: anthropic };

  it('has its thoughts before all else of it, and the seal at its call', () => {
    const items = [user, said, user, { kind: 'reasoning', text: 'Hm.' } as const, said, call];
    const whole = [user, said, user, thought, said, { ...call, sealed: google }];
    expect(withCarried(items, [carried])).toEqual(whole);
  });

  it('has them once where the caller brought them back as well', () => {
    const items = [user, thought, { ...call, sealed: google }];
    expect(withCarried(items, [carried])).toEqual(items);
  });

  it('has of two calls of one id each its own', () => {
    const second = { ...carried, thoughts: [], sealed: { maker: 'google', value: 'second' } as const };
    const whole = withCarried([user, call, user, call], [{ ...carried, thoughts: [] }, second]);
    expect(whole.flatMap((item) => (item.kind === 'tool-call' ? [item.sealed?.value] : []))).toEqual([
      'g',
      'second',
    ]);
  });
});
