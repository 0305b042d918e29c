import { describe, expect, it } from 'vitest';
import { attackVerdicts, lessonNames } from '../../../testing/chapters.ts';
import { tabTo } from '../../../testing/focus.ts';
import { goToChapter, openChapter, playAttack } from '../../../testing/lessons.tsx';
import { looks } from '../../../testing/looks.ts';
import { screen } from '../../../testing/place.ts';
import { overhang, violations } from '../../../testing/violations.ts';

/** What is wrong with a chapter, in a sentence each. */
async function faults(name: string): Promise<readonly string[]> {
  const surplus = overhang();
  return [
    ...(await violations()).map((violation) => `${name}: ${violation}`),
    ...(surplus > 0 ? [`${name}: ${surplus} px too wide`] : []),
  ];
}

describe('Access to the lessons for everyone', () => {
  it.each(looks)('no lesson has axe violations or is too wide at $name', async (look) => {
    await openChapter('structure', look);
    for (const name of lessonNames) {
      await goToChapter(name);
      expect(await faults(name)).toEqual([]);
    }
  });

  it.each(looks)('no attack has axe violations or is too wide at $name', async (look) => {
    await openChapter('structure', look);
    for (const { name } of attackVerdicts) {
      await goToChapter(name);
      await playAttack(name);
      await screen.getByText('The code of the careless verifier').click();
      expect(await faults(name)).toEqual([]);
    }
  });

  it('an attack can be played with the keyboard alone', async () => {
    await openChapter('structure');
    await tabTo('Algorithm none');
    await screen.keyboard.press('Enter');
    await screen.getByRole('heading', { name: 'Algorithm none', level: 1 }).waitFor();
    await expect.poll(() => document.activeElement?.id).toBe('lesson-title');
    expect(document.title).toBe('Algorithm none — Learn — Signet');
    await tabTo('Next step');
    for (let step = 1; step < 4; step += 1) await screen.keyboard.press('Enter');
    await screen.getByTestId('verdict-code').waitFor();
    await tabTo('Open in the debugger');
    expect(getComputedStyle(document.activeElement ?? document.body).outlineStyle).toBe('solid');
  });

  it('the skip link leads to the lesson, and leaves the chapter as it is', async () => {
    await openChapter('claims');
    await screen.keyboard.press('Tab');
    await screen.keyboard.press('Enter');
    await expect.poll(() => document.activeElement?.id).toBe('lesson');
    expect(await screen.getByRole('heading', { level: 1 }).textContent()).toBe('Claims');
  });

  it('on a phone, a select leads to every chapter', async () => {
    await openChapter('structure', { viewport: { width: 390, height: 844 } });
    const select = screen.getByRole('combobox', { name: 'Choose a lesson' });
    expect(select.locator('option').count()).toBe(lessonNames.length + attackVerdicts.length);
    await select.selectOption({ label: 'Revocation' });
    await screen.getByRole('heading', { name: 'Revocation', level: 1 }).waitFor();
  });
});
