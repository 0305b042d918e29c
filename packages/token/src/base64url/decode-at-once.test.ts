import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAtOnce } from './decode-at-once.ts';
import { encodeBase64url } from './encode-base64url.ts';

describe('decodeAtOnce', () => {
  it('reads the canonical form of every sequence of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect([...(decodeAtOnce(encodeBase64url(bytes)) ?? 'nothing')]).toEqual([...bytes]);
      }),
    );
  });

  it.each(['QQ==', 'QQ=', 'QR', 'QUJDR', 'QU JD', 'QU\nJD', ' QUJD', 'QUJD\n', 'Q+JD', 'Q/JD', 'QUé', '='])(
    'leaves %j, which is not canonical, to who says what is wrong',
    (text) => {
      expect(decodeAtOnce(text)).toBeUndefined();
    },
  );
});
