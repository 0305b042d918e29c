import { decodeAtOnce } from './decode-at-once.ts';

/** What is wrong with a text that should be base64url without padding (RFC 7515 §2, RFC 4648 §5). */
export interface Base64urlProblem {
  readonly kind: 'alphabet' | 'white-space' | 'base64-alphabet' | 'padding' | 'length' | 'trailing-bits';
  /** Offset of the character concerned; in a token each character is one byte. */
  readonly offset: number;
  readonly sentence: string;
}

export interface Base64urlReading {
  /** What can be made of the text; the true bytes when `problems` is empty. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Empty for canonical base64url; at most `maxProblems` of them. */
  readonly problems: readonly Base64urlProblem[];
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const maxProblems = 20;
/** The sextet of each character up to the last of the alphabet; 64 for what is not in it. */
const sextets: Uint8Array = new Uint8Array(128).fill(64);
for (const [sextet, character] of [...alphabet].entries()) sextets[character.charCodeAt(0)] = sextet;

/** Decodes as much as it can and names every departure from the canonical form. Never throws. */
export function decodeBase64url(text: string): Base64urlReading {
  const bytes = decodeAtOnce(text);
  if (bytes !== undefined) return { bytes, problems: [] };
  const decoding = new Decoding(text.length);
  for (let offset = 0; offset < text.length; offset += 1) {
    const sextet = sextetAt(text, offset);
    if (sextet > 63) decoding.stray(text.charAt(offset), offset);
    else decoding.take(sextet);
  }
  return decoding.finish(text.length);
}

function sextetAt(text: string, offset: number): number {
  return sextets[text.charCodeAt(offset)] ?? 64;
}

class Decoding {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #problems: Base64urlProblem[] = [];
  #written = 0;
  #bits = 0;
  #held = 0;

  constructor(length: number) {
    this.#bytes = new Uint8Array(Math.ceil((length * 3) / 4));
  }

  take(sextet: number): void {
    this.#bits = (this.#bits << 6) | sextet;
    this.#held += 6;
    if (this.#held < 8) return;
    this.#held -= 8;
    this.#bytes[this.#written] = this.#bits >> this.#held;
    this.#written += 1;
    this.#bits &= (1 << this.#held) - 1;
  }

  /** A character outside of the alphabet. The twins of `-` and `_` in plain base64 still carry their bits. */
  stray(character: string, offset: number): void {
    if (character === '+' || character === '/') this.take(character === '+' ? 62 : 63);
    this.#note({ offset, ...strayCharacter(character) });
  }

  finish(end: number): Base64urlReading {
    const offset = Math.max(0, end - 1);
    if (this.#held === 6) {
      const sentence =
        'One character is left over: base64url comes in groups of four, or ends with two or three';
      this.#note({ kind: 'length', offset, sentence });
    } else if (this.#bits !== 0) {
      const sentence =
        'The last character carries bits that belong to no byte, so other texts decode to the same bytes';
      this.#note({ kind: 'trailing-bits', offset, sentence });
    }
    return { bytes: this.#bytes.subarray(0, this.#written), problems: this.#problems };
  }

  #note(problem: Base64urlProblem): void {
    if (this.#problems.length < maxProblems) this.#problems.push(problem);
  }
}

function strayCharacter(character: string): Pick<Base64urlProblem, 'kind' | 'sentence'> {
  if (/\s/.test(character)) return { kind: 'white-space', sentence: 'White space stands inside the segment' };
  if (character === '=') return { kind: 'padding', sentence: 'Padding (=) is left out in base64url' };
  if (character === '+' || character === '/') {
    return {
      kind: 'base64-alphabet',
      sentence: 'This is plain base64; base64url writes - for + and _ for /',
    };
  }
  return {
    kind: 'alphabet',
    sentence: 'This character is not in the base64url alphabet (A–Z, a–z, 0–9, - and _)',
  };
}
