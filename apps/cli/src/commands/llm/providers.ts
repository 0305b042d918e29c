import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { table } from '../../terminal/table.ts';
import { keyRows, keyTitles } from './key-rows.ts';

/** Shows how the keys stand by which models are asked, and why one is not asked by. */
export async function showProviders(context: Context, options: ServerOptions): Promise<void> {
  const { gateways } = await openAdmin(context, options).listGateways();
  const keys = gateways.flatMap(({ node, modelKeys = [] }) => modelKeys.map((key) => ({ node, ...key })));
  answer(context, options, { keys }, () =>
    keys.length === 0
      ? 'No provider of models in signet.yaml has a key that a model is asked by.\n'
      : `${table(keyTitles, keyRows(keys), context.paint)}\n`,
  );
}
