/** Series by what stands before their value. */
export type Series = ReadonlyMap<string, number>;

const nameRule = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const sampleRule =
  /^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*"(?:,(?!\})|(?=\})))+\})? (\S+)$/;

/**
 * Reads Prometheus' text format 0.0.4 as strictly as it is written down, and the habits that `promtool check metrics` asks for.
 * @throws Error that names the line
 */
export function readExposition(text: string): Series {
  const series = new Map<string, number>();
  const types = new Map<string, string>();
  if (!text.endsWith('\n')) throw new Error('The last line has no end.');
  let helped = '';
  for (const line of text.slice(0, -1).split('\n')) {
    const [, word, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (word === 'HELP') helped = name;
    else if (word === 'TYPE') declare(types, { name, type: rest, helped, line });
    else readSample(line, types, series);
  }
  for (const [name, type] of types) if (type === 'histogram') checkHistogram(name, series);
  return series;
}

function declare(
  types: Map<string, string>,
  given: { readonly name: string; readonly type: string; readonly helped: string; readonly line: string },
): void {
  const { name, type, helped, line } = given;
  const isKnown = ['counter', 'gauge', 'histogram'].includes(type);
  const fits = type === 'counter' ? name.endsWith('_total') : !name.endsWith('_total');
  if (!nameRule.test(name) || helped !== name || !isKnown || !fits || types.has(name)) throw new Error(line);
  types.set(name, type);
}

function readSample(line: string, types: ReadonlyMap<string, string>, series: Map<string, number>): void {
  const [, name = '', labels = '', value = ''] = sampleRule.exec(line) ?? [];
  const family = types.has(name) ? name : name.replace(/_(?:bucket|sum|count)$/, '');
  const number = value === '+Inf' ? Number.POSITIVE_INFINITY : Number(value);
  const isOfHistogram = types.get(family) === 'histogram' && family !== name;
  const isDeclared = isOfHistogram || (types.has(name) && types.get(name) !== 'histogram');
  if (!isDeclared || value === '' || Number.isNaN(number) || series.has(name + labels)) throw new Error(line);
  series.set(name + labels, number);
}

/** Buckets never fall, and the last holds all. */
function checkHistogram(name: string, series: Series): void {
  let below = 0;
  for (const [key, value] of series) {
    if (!key.startsWith(`${name}_bucket{`)) continue;
    if (value < below) throw new Error(key);
    below = value;
    if (!key.includes('le="+Inf"')) continue;
    const labels = key
      .slice(`${name}_bucket`.length)
      .replace(/,?le="\+Inf"/, '')
      .replace('{}', '');
    if (series.get(`${name}_count${labels}`) !== value || !series.has(`${name}_sum${labels}`))
      throw new Error(key);
    below = 0;
  }
}
