import type { FillRandom } from '@signet/contracts';

/** Consonants that no two of which look alike, so that no word comes out (RFC 8628 §6.1): 20^8 codes. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';
const length = 8;
/** The largest multiple of 20 in a byte: what lies above would make some letters likelier. */
const fair = 240;
const mostDraws = 1_000;

/** As it is shown: `BCDF-GHJK`. */
export function newUserCode(random: FillRandom): string {
  let code = '';
  for (let draw = 0; draw < mostDraws && code.length < length; draw += 1) {
    const [byte = fair] = random(new Uint8Array(1));
    if (byte < fair) code += letters[byte % letters.length];
  }
  if (code.length < length) throw new Error('The source of randomness gives nothing that can be used.');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** However it was typed; `undefined` for what is no code. */
export function readUserCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  const isCode = code.length === length && [...code].every((letter) => letters.includes(letter));
  return isCode ? `${code.slice(0, 4)}-${code.slice(4)}` : undefined;
}
