import type { Maker, Sealed } from '../model/protocol.ts';

export interface Seal {
  readonly sealed: Sealed;
  /** The text of it is kept from all but its maker. */
  readonly redacted: boolean;
}

const pattern = /^(anthropic|google)(\.redacted)?:/;

/**
 * `encrypted_content` of a reasoning item. Clients give it back as it came, so what another maker has sealed goes there as
 * well, behind its name; OpenAI's own is base64, which has no colon.
 */
export function writeSeal({ sealed, redacted }: Seal): string {
  const { maker, value } = sealed;
  return maker === 'openai' ? value : `${maker}${redacted ? '.redacted' : ''}:${value}`;
}

export function readSeal(content: string): Seal {
  const head = pattern.exec(content);
  if (head === null) return { sealed: { maker: 'openai', value: content }, redacted: false };
  const maker = head[1] as Maker;
  return { sealed: { maker, value: content.slice(head[0].length) }, redacted: head[2] !== undefined };
}
