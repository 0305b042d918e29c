import { describe, expect, it } from 'vitest';
import { isHandheld, readAgent } from './device-name.ts';

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('what a device says of itself', () => {
  it.each([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/142.0 Safari/537.36 Edg/142.0`,
      'Edge',
      'Windows',
    ],
    [`Mozilla/5.0 (Windows NT 10.0) ${webKit} Chrome/142.0 Safari/537.36 OPR/120.0`, 'Opera', 'Windows'],
    [`Mozilla/5.0 (X11; Linux x86_64) ${webKit} HeadlessChrome/142.0 Safari/537.36`, 'Chrome', 'Linux'],
    [`Mozilla/5.0 (X11; CrOS x86_64) ${webKit} Chrome/142.0 Safari/537.36`, 'Chrome', 'ChromeOS'],
    [
      `Mozilla/5.0 (Linux; Android 16; K) ${webKit} SamsungBrowser/29 Chrome/142 Mobile`,
      'Samsung Internet',
      'Android',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0',
      'Firefox',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) Version/19.1 Mobile Safari/604.1',
      'Safari',
      'iOS',
    ],
    ['Mozilla/5.0 (iPad; CPU OS 19_1 like Mac OS X) CriOS/142.0 Mobile Safari/604.1', 'Chrome', 'iOS'],
    ['curl/8.17.0', 'curl', undefined],
    ['signet-cli', undefined, undefined],
    ['', undefined, undefined],
  ])('is read by whom it pretends to be least: %s', (agent, browser, system) => {
    expect(readAgent(agent)).toEqual({ ...(browser && { browser }), ...(system && { system }) });
  });

  it('says whether it is held in a hand', () => {
    expect(isHandheld('Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) Mobile')).toBe(true);
    expect(isHandheld('Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0')).toBe(false);
  });
});
