import type { Fields } from '../fields/fields.ts';
import type { Sealed } from '../model/protocol.ts';

/** One piece of a call of a tool: its beginning, more of its arguments, or both. */
export interface CallPiece {
  /** Absent where a dialect does not number its calls. */
  readonly index?: number;
  /** Absent in what goes on; some write an empty one there. */
  readonly id?: string;
  readonly name?: string;
  readonly custom: boolean;
  readonly json: string;
  readonly sealed?: Sealed;
}

/** `tool_calls` of a message or a delta. */
export function readCalls(fields: Fields): readonly CallPiece[] {
  return fields.each('tool_calls').map(readCall);
}

function readCall(call: Fields): CallPiece {
  const index = call.number('index');
  const id = call.text('id') ?? '';
  call.ignore('type');
  const custom = call.below('custom');
  const below = custom ?? call.below('function');
  const name = below?.text('name') ?? '';
  const json = below?.take(custom === undefined ? 'arguments' : 'input');
  const sealed = readSeal(call);
  below?.leave();
  call.leave();
  return {
    ...(index === undefined ? {} : { index }),
    ...(id === '' ? {} : { id }),
    ...(name === '' ? {} : { name }),
    custom: custom !== undefined,
    json: argumentsOf(json),
    ...(sealed === undefined ? {} : { sealed }),
  };
}

/** Some write an object in place of its JSON. */
function argumentsOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Gemini's signature over a call, in the form that Google gives it here. */
export function readSeal(call: Fields): Sealed | undefined {
  const extra = call.below('extra_content');
  const google = extra?.below('google');
  const value = google?.text('thought_signature');
  google?.leave();
  extra?.leave();
  return value === undefined ? undefined : { maker: 'google', value };
}
