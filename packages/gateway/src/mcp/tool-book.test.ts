import { steadyTime } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { ToolBook } from './tool-book.ts';

const tool = { name: 'read', text: '{}', digest: 'sha256:0', mirrored: [] };

describe('what is known of the tools of a server', () => {
  it('is soon asked for again, and is of whom the server was asked for', () => {
    const book = new ToolBook();
    expect(book.known('', steadyTime(0))).toBeUndefined();
    book.write('', [tool], steadyTime(0));
    expect(book.known('', steadyTime(29_999))?.get('read')).toBe(tool);
    expect(book.known('', steadyTime(30_000))).toBeUndefined();
    expect(book.known('ada', steadyTime(0))).toBeUndefined();
  });
});
