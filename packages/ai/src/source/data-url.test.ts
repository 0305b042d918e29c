import { describe, expect, it } from 'vitest';
import { dataUrl, readUrl } from './data-url.ts';

describe('readUrl', () => {
  it('takes the bytes out of a data URL, and makes the same URL of them', () => {
    const read = readUrl('data:image/png;base64,iVBORw0KGgo=');
    expect(read).toEqual({ from: 'data', mediaType: 'image/png', data: 'iVBORw0KGgo=' });
    expect(read.from === 'data' && dataUrl(read)).toBe('data:image/png;base64,iVBORw0KGgo=');
  });

  it('passes over parameters, and takes the type in any case', () => {
    expect(readUrl('data:Text/Plain;charset=utf-8;base64,eA==')).toEqual({
      from: 'data',
      mediaType: 'text/plain',
      data: 'eA==',
    });
  });

  it('leaves every other URL as it is', () => {
    for (const url of ['https://a.example/b.png', 'data:text/plain,hello', 'data:;base64,eA==', 'file_123']) {
      expect(readUrl(url)).toEqual({ from: 'url', url });
    }
  });
});
