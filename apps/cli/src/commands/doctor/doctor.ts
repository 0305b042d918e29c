import { canonicalPath, type RouteConfiguration, systemClocks } from '@signet/contracts';
import type { Examination, Finding, FindingVerdict } from '@signet/server/doctor';
import { readJson, toValue } from '@signet/token/json';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { CommandFailure, type ExitCode, usageFailure } from '../../failure.ts';
import { readTextFile } from '../../input/read-file.ts';
import { outcomeLine, type Paint, type VerdictHue, verdictIcons } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { table } from '../../terminal/table.ts';
import { labelled } from '../../terminal/wrap.ts';
import { type Followed, followedConfiguration } from './followed-configuration.ts';

export interface DoctorOptions extends ServerOptions {
  readonly route: string;
  readonly path?: string;
  readonly claims?: string;
}

const titles = ['', 'SENT', 'CAME OF IT'];

const hues: Readonly<Record<FindingVerdict, VerdictHue>> = {
  held: 'verified',
  allowed: 'warning',
  through: 'refused',
  unclear: 'unknown',
};

/** Sends crooked requests through a route, and says what came through: no where anything did that must not. */
export async function doctor(
  context: Context,
  file: string | undefined,
  options: DoctorOptions,
): Promise<ExitCode> {
  const path = options.path === undefined ? {} : { path: pathOf(options.path) };
  const claims = options.claims === undefined ? {} : { claims: await claimsIn(options.claims) };
  const followed = await followedConfiguration(context, file, options);
  const { source, configuration, issuer: selfIssuer } = followed;
  const route = routeOf(followed, options.route);
  // Loaded only here: every other command starts without a gateway.
  const { examineRoute } = await import('@signet/server/doctor');
  const examined = await examineRoute({
    ...{ configuration, route, selfIssuer, clocks: systemClocks },
    ...path,
    ...claims,
  });
  answer(context, options, { source, ...examined }, () => textOf(context, source, examined));
  return examined.ok ? 0 : 1;
}

function routeOf({ configuration, source }: Followed, id: string): RouteConfiguration {
  const route = configuration.routes.find((each) => each.id === id);
  if (route === undefined) {
    const names = configuration.routes.map((each) => each.id).join(', ');
    throw new CommandFailure({
      sentence: `There is no route ${safeText(id.slice(0, 80))} in ${source}.`,
      expected: names === '' ? 'a configuration with routes' : `one of ${names.slice(0, 400)}`,
      fix: 'See them with `signet config coverage`.',
    });
  }
  if (route.llm !== undefined)
    throw new CommandFailure({
      sentence: `Route ${id} asks language models, which are not looked at.`,
      expected: 'a route with an upstream',
      fix: 'Name another route.',
    });
  if (route.mcp !== undefined)
    throw new CommandFailure({
      sentence: `Route ${id} asks a server of tools, which is not looked at.`,
      expected: 'a route with an upstream',
      fix: 'Name another route.',
    });
  if (route.redirect === undefined && route.respond === undefined) return route;
  throw new CommandFailure({
    sentence: `Route ${id} answers by itself: nothing of a request reaches anybody.`,
    expected: 'a route with an upstream',
    fix: 'Name another route.',
  });
}

function pathOf(text: string): string {
  const path = canonicalPath(text);
  if (typeof path === 'string') return path;
  throw usageFailure({
    sentence: 'This is no ordinary path.',
    expected: 'a path as clients write it, without a query, such as /orders/7',
    actual: text.slice(0, 80),
    fix: 'Write it in one spelling; the crooked ones are made of it.',
  });
}

async function claimsIn(file: string): Promise<Readonly<Record<string, unknown>>> {
  const reading = readJson(await readTextFile(file));
  const claims: unknown = reading.kind === 'json' ? toValue(reading.root) : undefined;
  if (typeof claims === 'object' && claims !== null && !Array.isArray(claims)) return { ...claims };
  throw usageFailure({
    sentence: `${file} holds no claims.`,
    expected: 'an object of JSON, such as {"tenant":"acme"}',
    fix: 'Write the claims as one object.',
  });
}

function textOf(context: Context, source: string, { route, ok, findings, notLookedAt }: Examination): string {
  const { paint, terminal } = context;
  const amiss = findings.filter(({ verdict }) => verdict !== 'held');
  return [
    outcomeLine(paint, ok, headline(route, findings)),
    table(titles, findings.map(rowOf), paint),
    ...amiss.map((finding) => problemText(finding, paint, terminal.width)),
    labelled('Asked', `a gateway of this command, made of ${safeText(source)}`, 11, terminal.width),
    labelled('Not asked', notLookedAt.join('; '), 11, terminal.width),
    '',
  ].join('\n');
}

function headline(route: string, findings: readonly Finding[]): string {
  const count = (wanted: FindingVerdict) => findings.filter(({ verdict }) => verdict === wanted).length;
  const [through, unclear, allowed] = [count('through'), count('unclear'), count('allowed')];
  const told = [
    `${findings.length} requests were sent through route ${safeText(route)}`,
    through === 0 ? 'none came through that must not' : `${through} came through that must not`,
    ...(unclear === 0 ? [] : [`of ${unclear} it cannot be told`]),
    ...(allowed === 0 ? [] : [`${allowed} came through as the file lets them`]),
  ];
  return `${told.join(', ')}.`;
}

function rowOf({ verdict, sent, got }: Finding): readonly string[] {
  return [verdictIcons[hues[verdict]], sent, got];
}

function problemText(finding: Finding, paint: Paint, width: number): string {
  const { id, sent, expected, got, verdict, fix } = finding;
  const hue = hues[verdict];
  const rows = [
    ['Expected', expected],
    ['Got', got],
    ['Fix', fix ?? ''],
  ] as const;
  const body = rows
    .filter(([, text]) => text !== '')
    .map(([label, text]) => labelled(`  ${label}`, safeText(text), 11, width));
  return `\n${paint(hue, verdictIcons[hue])} ${safeText(sent)} (${id})\n${body.join('\n')}\n`;
}
