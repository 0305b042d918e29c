import type { SdJwt } from '@signet/token/sd-jwt';
import type { Paint } from './palette.ts';
import { findingLines } from './print-findings.ts';
import { safeInline } from './safe-text.ts';
import { labelled } from './wrap.ts';

const column = 24;
const hashes = {
  right: 'sd_hash fits these disclosures',
  wrong: 'sd_hash is of other disclosures',
  missing: 'there is no sd_hash',
} as const;

/** What an SD-JWT discloses, and what it holds back. */
export function selectiveText(read: SdJwt, paint: Paint, width: number): string {
  const { disclosures, undisclosed, keyBinding, findings } = read;
  const rows = disclosures.map(({ path, value }) =>
    labelled(`  ${safeInline(path ?? '(nowhere)')} `, safeInline(JSON.stringify(value)), column, width),
  );
  const held = `${undisclosed} digest${undisclosed === 1 ? '' : 's'} without a disclosure`;
  return [
    '',
    paint('payload', 'Disclosed'),
    ...(rows.length === 0 ? ['  nothing'] : rows),
    paint('faint', `  ${held}`),
    ...(keyBinding === undefined ? [] : [`  Key binding: ${hashes[keyBinding.sdHash]}`]),
    ...findingLines(findings, paint, width),
    '',
  ].join('\n');
}
