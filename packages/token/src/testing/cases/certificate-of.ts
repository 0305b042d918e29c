import { randomBytes } from 'node:crypto';
import { derTag, writeDer } from '../../keys/der.ts';
import { identifierDer } from '../../keys/object-identifier.ts';
import { pemOf } from '../../keys/pem.ts';
import type { MadeKey } from './made-key.ts';

/** An X.509 certificate around a key (RFC 5280 §4.1), whose signature nobody looks at. */
export function certificateOf(key: MadeKey): string {
  const signing = writeDer(derTag.sequence, identifierDer('1.2.840.113549.1.1.11'), Uint8Array.of(5, 0));
  const signed = writeDer(
    derTag.sequence,
    writeDer(0xa0, writeDer(derTag.integer, Uint8Array.of(2))),
    writeDer(derTag.integer, Uint8Array.of(1)),
    signing,
    name('login.example'),
    writeDer(derTag.sequence, time('20200101000000Z'), time('20991231235959Z')),
    name('login.example'),
    key.der,
  );
  const signature = writeDer(derTag.bits, Uint8Array.of(0), randomBytes(256));
  return pemOf('CERTIFICATE', writeDer(derTag.sequence, signed, signing, signature));
}

function name(text: string): Uint8Array<ArrayBuffer> {
  const attribute = writeDer(derTag.sequence, identifierDer('2.5.4.3'), writeDer(0x0c, Buffer.from(text)));
  return writeDer(derTag.sequence, writeDer(0x31, attribute));
}

function time(text: string): Uint8Array<ArrayBuffer> {
  return writeDer(0x18, Buffer.from(text));
}
