import type { AppliedConfiguration } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { changeLines, held, tellCheck } from './diff.ts';

type ApplyOptions = ServerOptions &
  ConsentOptions & {
    readonly dryRun?: boolean;
    readonly ifMatch?: string;
  };

/** What is done only where it is named. */
export interface ConsentOptions {
  readonly open?: readonly string[];
  readonly switch?: readonly string[];
}

export function consentIn({ open, switch: switches }: ConsentOptions): ConsentOptions {
  return { ...(open === undefined ? {} : { open }), ...(switches === undefined ? {} : { switch: switches }) };
}

/** Checked first, so that every problem is told at once; then applied in the place of what it was held against. */
export async function applyConfiguration(
  context: Context,
  file: string,
  options: ApplyOptions,
): Promise<ExitCode> {
  const admin = openAdmin(context, options);
  const { text, checked } = await held(admin, file);
  if (!checked.ok || options.dryRun === true) return tellCheck(context, options, file, checked);
  const { ifMatch = checked.etag } = options;
  const applied = await admin.applyConfiguration({ text, ifMatch, ...consentIn(options) });
  tellApplied(context, options, applied, `The gateways follow ${file}`);
  return 0;
}

export function tellApplied(
  context: Context,
  options: ServerOptions,
  applied: AppliedConfiguration,
  done: string,
): void {
  const { number, changes } = applied;
  const what = changes.length === 0 ? 'which changes nothing' : 'which changed:';
  answer(
    context,
    options,
    applied,
    () =>
      `${outcomeLine(context.paint, true, `${done} (number ${number}), ${what}`)}\n${changeLines(changes)}`,
  );
}
