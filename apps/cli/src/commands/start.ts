import type { Context } from '../context.ts';

/** Options as commander hands them over: text, as it was typed. */
export type StartOptions = Readonly<Record<string, string | boolean | undefined>>;

/** Runs the server until it is stopped. Loaded only here, so that every other command starts without it. */
export async function startServer(context: Context, options: StartOptions): Promise<void> {
  const { serve } = await import('@signet/server');
  const { json, ...rest } = options;
  const flags = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, textOf(value)]));
  await serve(
    { flags, environment: context.environment },
    {
      out: context.terminal.out,
      err: context.terminal.err,
      terminal: context.terminal.peopleRead,
      json: json === true,
    },
  );
}

function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
