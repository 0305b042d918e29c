import { describe, expect, it } from 'vitest';
import { screen } from '../../../testing/place.ts';
import { answer, openHosted } from '../../../testing/signin.tsx';
import { violations } from '../../../testing/violations.ts';

describe('The bar above a hosted screen', () => {
  it('names Signet where nobody else has a name', async () => {
    await openHosted('/signed-out', () => answer({}));
    await screen.getByRole('banner').getByText('Signet').waitFor();
  });

  it('names whoever runs this Signet, and shows their picture', async () => {
    const brand = { name: '<b>Acme</b>', logo: '/brand/logo' };
    await openHosted('/signed-out', () => answer({}), undefined, undefined, brand);
    await screen.getByRole('banner').getByText('<b>Acme</b>').waitFor();
    await expect.poll(() => document.title).toBe('<b>Acme</b>');
    expect(document.querySelector('.hosted-logo')?.getAttribute('src')).toBe('/brand/logo');
    expect(await violations()).toEqual([]);
  });

  it('shows no picture from elsewhere', async () => {
    const brand = { name: 'Acme', logo: 'https://elsewhere.example/picture' };
    await openHosted('/signed-out', () => answer({}), undefined, undefined, brand);
    await screen.getByRole('banner').getByText('Acme').waitFor();
    expect(document.querySelector('.hosted-logo')).toBeNull();
  });
});
