/** Programs by what tells them apart in a `User-Agent`; who pretends to be another one as well stands before it. */
const browsers: readonly (readonly [name: string, sign: RegExp])[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:HeadlessChrome|Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
  ['curl', /^curl\//],
];

const systems: readonly (readonly [name: string, sign: RegExp])[] = [
  ['iOS', /\b(?:iPhone|iPad|iPod)\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

/** What a device says of itself, as far as it is understood. Anybody can say anything: it is for recognising one's own. */
export function readAgent(agent: string): { readonly browser?: string; readonly system?: string } {
  const browser = browsers.find(([, sign]) => sign.test(agent))?.[0];
  const system = systems.find(([, sign]) => sign.test(agent))?.[0];
  return { ...(browser !== undefined && { browser }), ...(system !== undefined && { system }) };
}

export function isHandheld(agent: string): boolean {
  return /\b(?:Mobile|iPhone|iPad|Android)\b/.test(agent);
}
