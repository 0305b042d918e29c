import { describe, expect, it } from 'vitest';
import { screen } from '../../../../testing/place.ts';
import { openWorkbench } from '../../../../testing/workbench.tsx';

const titles = ['The token', 'The header', 'The payload', 'The key', 'The verdict', 'The findings'];

describe('The tour of the debugger', () => {
  it('leads over the parts of the page by keyboard, keeps the focus and gives it back', async () => {
    const bench = await openWorkbench({ reducedMotion: 'reduce' });
    const button = screen.getByRole('button', { name: 'What am I looking at?' }).first();
    await button.focus();
    await screen.keyboard.press('Enter');
    const tour = screen.getByRole('dialog');
    for (const title of titles) {
      await tour.getByRole('heading', { name: title }).waitFor();
      expect(await tour.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
      await screen.keyboard.press('ArrowRight');
    }
    await bench.verified.waitFor();
    await screen.keyboard.press('ArrowLeft');
    await tour.getByRole('heading', { name: 'The verdict' }).waitFor();
    await screen.keyboard.press('Escape');
    await tour.waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('starts from the palette, and shows card and part within a narrow window at every stop', async () => {
    await openWorkbench({ viewport: { width: 390, height: 844 } });
    await screen.keyboard.press('ControlOrMeta+k');
    await screen.getByLabel('What do you want to do?').fill('What am I');
    await screen.keyboard.press('Enter');
    const tour = screen.getByRole('dialog');
    for (const title of titles) {
      await tour.getByRole('heading', { name: title }).waitFor();
      const box = await tour.boundingBox();
      const light = await screen.locator('.tour-light').boundingBox();
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(390);
      expect(box.y + box.height).toBeLessThanOrEqual(844);
      expect(light.y).toBeLessThan(844);
      // The card stands above the shadow of the light: what is seen at its edge is the card.
      const card = await tour.locator('.tour-card').boundingBox();
      const seen = document.elementFromPoint(card.x + 4, card.y + 4);
      expect(seen?.className).toBe('tour-card');
      expect(await paintsCardLast()).toBe(true);
      await screen.keyboard.press('ArrowRight');
    }
    await screen.getByRole('button', { name: 'Done' }).focus();
    await screen.keyboard.press('Enter');
    await tour.waitFor({ state: 'detached' });
  });
});

/** In a stacking context, a later positioned box is painted above an earlier one, unless one of them says otherwise. */
async function paintsCardLast(): Promise<boolean> {
  const [light, card] = [screen.locator('.tour-light'), screen.locator('.tour-card')];
  const [below, above] = [await light.element(), await card.element()];
  const isAfter = (below.compareDocumentPosition(above) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return isAfter && [below, above].every((each) => getComputedStyle(each).zIndex === 'auto');
}
