export type HostileShape =
  | 'empty objects'
  | 'empty lists'
  | 'lists in lists'
  | 'names that are numbers'
  | 'names that nobody else has'
  | 'members that nobody else has'
  | 'words of a scope'
  | 'letters of two bytes'
  | 'short texts'
  | 'ordinary claims';

/** Claims of some 6 KiB (a token of 8 KiB) which are short as text and large as objects; no two numbers make the same. */
const shapes: Readonly<Record<HostileShape, (number: number) => string>> = {
  'empty objects': (number) => filled(number, 980, '{}'),
  'empty lists': (number) => filled(number, 980, '[]'),
  'lists in lists': (number) => filled(number, 35, '['.repeat(28) + ']'.repeat(28)),
  'names that are numbers': (number) => filled(number, 480, '{"1000":0}'),
  'names that nobody else has': (number) => listed(number, 480, (index) => `{"${unique(number, index)}":0}`),
  'members that nobody else has': (number) => `{${texts(490, (index) => `"${unique(number, index)}":0`)}}`,
  'words of a scope': (number) =>
    `{"scope":"${Array.from({ length: 1000 }, (_, index) => unique(number, index)).join(' ')}"}`,
  'letters of two bytes': (number) => `{"sub":"Ā${number}","x":"${'a'.repeat(5_900)}"}`,
  'short texts': (number) => listed(number, 980, (index) => `"${index % 100}"`),
  'ordinary claims': (number) =>
    `{"iss":"https://id.example","aud":"https://api.example","sub":"usr_${number}","jti":"jti_${number}","sid":"ses_${number}","iat":1750000000,"exp":1750000900,"nbf":1750000000,"client_id":"web","scope":"demo:read demo:write","roles":["reader"]}`,
};

export const hostileShapes: readonly HostileShape[] = Object.keys(shapes) as readonly HostileShape[];

export function hostileClaims(shape: HostileShape, number: number): string {
  return shapes[shape](number);
}

function filled(number: number, count: number, text: string): string {
  return listed(number, count, () => text);
}

function listed(number: number, count: number, text: (index: number) => string): string {
  return `{"sub":"${number}","x":[${texts(count, text)}]}`;
}

function texts(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join();
}

function unique(number: number, index: number): string {
  return `n${(number * 1_000 + index).toString(36)}`;
}
