import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import page from '../../../404.html?raw';
import { violations } from '../../../testing/violations.ts';
import { type Language, languages } from '../../ui/language/languages.ts';
import { sayNotFound } from './say-not-found.ts';

const textOf = (selector: string): string => document.querySelector(selector)?.textContent ?? '';

async function openIn(language: Language): Promise<void> {
  localStorage.setItem('signet-language', language);
  await sayNotFound();
}

describe('The page for addresses without one', () => {
  beforeEach(() => {
    document.body.innerHTML = new DOMParser().parseFromString(page, 'text/html').body.innerHTML;
  });

  // The document is that of the next test as well.
  afterEach(() => {
    document.body.replaceChildren();
    localStorage.removeItem('signet-language');
  });

  it('speaks the language of the reader', async () => {
    await openIn('de');
    expect(document.title).toBe('Signet — Keine solche Seite');
    expect(document.documentElement.lang).toBe('de');
    expect(textOf('h1')).toBe('Unter dieser Adresse gibt es keine Seite');
    expect(textOf('.not-found-back')).toBe('Debugger öffnen');
    expect(textOf('nav')).toMatch(/Debugger\s+Lernen\s+Bibliotheken\s+Fehler/);
    expect(await violations()).toEqual([]);
  });

  it('says in English what stands in the file', async () => {
    const before = document.body.textContent;
    await openIn('en');
    expect(document.body.textContent).toBe(before);
  });

  it.each(languages.filter((language) => language !== 'en'))(
    'leaves no sentence in English: %s',
    async (language) => {
      const before = textOf('main').split('\n');
      await openIn(language);
      for (const line of before.filter((text) => text.trim() !== ''))
        expect(textOf('main')).not.toContain(line.trim());
    },
  );
});
