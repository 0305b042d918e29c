import type { CanaryShare, PublicationSummary } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { usageFailure } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { readVersionedName } from './versioned-name.ts';

export interface PublishOptions extends ServerOptions {
  readonly percent?: string;
  readonly claim?: readonly string[];
}

export async function publishPrompt(
  context: Context,
  text: string,
  { percent, claim, ...server }: PublishOptions,
): Promise<void> {
  const { name, version } = readVersionedName(text);
  const canary = readShare(percent, claim);
  const admin = openAdmin(context, server);
  const published = await admin.publishPrompt({ name, version, ...(canary === undefined ? {} : { canary }) });
  tell(context, server, name, published);
}

export async function rollBackPrompt(context: Context, name: string, options: ServerOptions): Promise<void> {
  tell(context, options, name, await openAdmin(context, options).rollBackPrompt({ name }));
}

export function tellCanary({ version, to }: NonNullable<PublicationSummary['canary']>): string {
  return to.kind === 'percent'
    ? `${version} for ${to.percent} %`
    : `${version} for ${to.claim} ${to.values.join(', ')}`;
}

/** Who is given it, as the options say it; undefined for all. */
export function readShare(
  percent: string | undefined,
  claims: readonly string[] | undefined,
): CanaryShare | undefined {
  if (percent === undefined && claims === undefined) return undefined;
  if (percent !== undefined && claims === undefined && /^(?:100|\d{1,2})(?:\.\d{1,4})?$/.test(percent))
    return { kind: 'percent', percent: Number(percent) };
  const pairs = (claims ?? []).map((text) => {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    return [name, value] as const;
  });
  const [[claim = ''] = []] = pairs;
  if (percent === undefined && claim !== '' && pairs.every(([name]) => name === claim))
    return { kind: 'claim', claim, values: pairs.map(([, value]) => value) };
  throw usageFailure({
    sentence: 'This says not for whom it is.',
    expected: '`--percent` from 0 to 100, or values of one claim',
    actual: 'something else',
    fix: 'Write `--percent 10`, or `--claim team=red`, or leave both out.',
  });
}

function tell(context: Context, options: ServerOptions, name: string, published: PublicationSummary): void {
  const { stable, canary } = published;
  const more = canary === undefined ? '' : `, and ${tellCanary(canary)}`;
  answer(
    context,
    options,
    published,
    () =>
      `${outcomeLine(context.paint, true, `${name}@${stable} counts${more}; every gateway has it within 5 seconds.`)}\n`,
  );
}
