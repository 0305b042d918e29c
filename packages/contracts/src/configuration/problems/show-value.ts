const longestShown = 64;

/**
 * What came, for a message. Long texts and anything that could hold a credential are named, not quoted: a file
 * can have a token or a password in the wrong place.
 */
export function showValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return showText(value);
  if (typeof value === 'number' || typeof value === 'bigint') return `the number \`${value}\``;
  if (typeof value === 'boolean') return `\`${value}\``;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return 'a block of keys and values';
}

function showText(text: string): string {
  if (text === '') return 'an empty text';
  if (/\/\/[^/]*@/.test(text)) return 'an address with credentials in it';
  if (text.length > longestShown || /^eyJ|-----BEGIN/.test(text))
    return `a text of ${text.length} characters`;
  return /[\p{Cc}`]/u.test(text) ? JSON.stringify(text) : `\`${text}\``;
}
