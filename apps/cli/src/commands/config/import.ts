import { open } from 'node:fs/promises';
import { parse, stringify } from 'yaml';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { CommandFailure, type ExitCode } from '../../failure.ts';
import { type Described, membersOf, textOf } from '../../openapi/described.ts';
import { importRoutes } from '../../openapi/import-routes.ts';
import { printWarning } from '../../terminal/print-warning.ts';
import { safeText } from '../../terminal/safe-text.ts';

export interface ImportOptions extends CommonOptions {
  readonly upstream: string;
  readonly issuer: string;
  readonly audience?: string;
  readonly validate?: boolean;
}

const longestFile = 8 * 1024 * 1024;
const namePattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Prints the routes that an OpenAPI description comes to; what has no place in a route is said on standard error. */
export async function importOpenApi(
  context: Context,
  file: string,
  options: ImportOptions,
): Promise<ExitCode> {
  for (const [option, name] of [
    ['--upstream', options.upstream],
    ['--issuer', options.issuer],
  ] as const) {
    if (namePattern.test(name)) continue;
    throw new CommandFailure(
      {
        code: 'usage',
        sentence: `${option} names nothing of a configuration.`,
        expected: 'a name of lower-case letters, digits and hyphens',
        actual: safeText(name.slice(0, 80)),
        fix: 'Write the name as it stands in signet.yaml.',
      },
      2,
    );
  }
  const document = readDescription(await readText(file), file);
  const { upstream, issuer, audience, validate } = options;
  const { routes, notes } = importRoutes(document, { upstream, issuer, audience, validate });
  if (routes.length === 0)
    throw new CommandFailure({
      sentence: `${file} describes no operation that could be a route.`,
      expected: '`paths` with at least one method',
      ...(notes[0] === undefined ? {} : { actual: safeText(notes[0]) }),
      fix: 'Look at `paths` in the file.',
    });
  answer(context, options, { file, routes, notes }, () => safeText(stringify({ routes }, { lineWidth: 0 })));
  if (options.json !== true) for (const note of notes) printWarning(context, note);
  return 0;
}

function readDescription(text: string, file: string): Described {
  let read: unknown;
  try {
    read = parse(text);
  } catch (error) {
    throw notDescribed(
      file,
      error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'something else',
    );
  }
  const document = membersOf(read);
  const version = textOf(document['openapi']);
  if (version !== undefined && /^3\.[012](?:\.|$)/.test(version)) return document;
  const swagger = document['swagger'];
  throw notDescribed(
    file,
    version ?? (swagger === undefined ? 'no member `openapi`' : `Swagger ${String(swagger)}`),
  );
}

function notDescribed(file: string, actual: string): CommandFailure {
  return new CommandFailure({
    sentence: `${file} is no OpenAPI description that can be read.`,
    expected: 'OpenAPI 3.0, 3.1 or 3.2 in JSON or YAML',
    actual: safeText(actual.slice(0, 200)),
    fix: 'Convert the file to OpenAPI 3.',
  });
}

/** Never more of it than is looked at. */
async function readText(file: string): Promise<string> {
  try {
    await using handle = await open(file);
    const { size } = await handle.stat();
    if (size <= longestFile) return await handle.readFile('utf8');
  } catch {
    throw unreadable(file, 'it cannot be read');
  }
  throw unreadable(file, 'more than 8 MiB');
}

function unreadable(file: string, actual: string): CommandFailure {
  return new CommandFailure({
    sentence: `The file ${file} cannot be read.`,
    expected: 'an OpenAPI description of at most 8 MiB',
    actual,
    fix: 'Name the file: `signet config import-openapi FILE --upstream NAME`.',
  });
}
