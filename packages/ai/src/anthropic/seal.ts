import type { Maker, Sealed } from '../model/protocol.ts';

/** Before what another maker sealed: clients bring a signature back letter by letter, whosever it is. */
const ofOthers = /^signet:(openai|google):(.*)$/s;

/** Whose a signature is: Anthropic's, or another's that travels in its place. */
export function readSeal(signature: string): Sealed {
  const [, maker, value] = ofOthers.exec(signature) ?? [];
  if (maker === undefined || value === undefined) return { maker: 'anthropic', value: signature };
  return { maker: maker as Maker, value };
}

/** Before what was sealed of the call that follows: a call has no place for it, and clients bring thoughts back in their order. */
const ofCalls = /^signet-call:(openai|anthropic|google):(.*)$/s;

/** What a thought without words carries of the call behind it; undefined for a thought of its own. */
export function readCallSeal(signature: string): Sealed | undefined {
  const [, maker, value] = ofCalls.exec(signature) ?? [];
  return maker === undefined || value === undefined ? undefined : { maker: maker as Maker, value };
}

export function writeCallSeal({ maker, value }: Sealed): string {
  return `signet-call:${maker}:${value}`;
}

export function writeSeal({ maker, value }: Sealed): string {
  return maker === 'anthropic' ? value : `signet:${maker}:${value}`;
}
