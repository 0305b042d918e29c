import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../ui/language/current-language.ts';
import { speakWhenLoaded } from '../../../ui/language/translated.ts';
import { speakChallenge } from './speak-challenge.ts';

const foreign = {
  scheme: 'Bearer',
  error: 'invalid_token',
  description: 'The token was good once and has been revoked.',
};

afterEach(() => speak('en'));

describe('a challenge without a body', () => {
  it('says in English what it says, and what its error means', () => {
    expect(speakChallenge(foreign)).toEqual({
      sentence: foreign.description,
      meaning: expect.stringContaining('cannot be accepted as it is'),
    });
  });

  it('says in another language what its error means, and keeps its English beside that', async () => {
    await speakWhenLoaded('de');
    expect(speakChallenge(foreign)).toEqual({
      sentence: expect.stringContaining('Das Token kann so nicht angenommen werden'),
      description: foreign.description,
    });
  });

  it('says a sentence of the token room anew', async () => {
    await speakWhenLoaded('de');
    const expired = { ...foreign, description: 'The token has expired.' };
    expect(speakChallenge(expired).sentence).toBe('Das Token ist abgelaufen.');
  });

  it('with a code says the title of the code, wherever it stands', async () => {
    await speakWhenLoaded('de');
    const title = 'Das Limit dieser Route ist erreicht';
    expect(speakChallenge(foreign, 'rate_limited').sentence).toBe(title);
    expect(speakChallenge({ ...foreign, error: 'rate_limited' }).sentence).toBe(title);
    expect(speakChallenge({ ...foreign, error: '__proto__' }).sentence).toMatch(/RFC 6750/);
  });

  it('with a sentence and nothing else keeps that', async () => {
    await speakWhenLoaded('ja');
    const { error: _, ...bare } = foreign;
    expect(speakChallenge(bare).sentence).toBe(foreign.description);
  });
});
