import type { Migration } from './migration.ts';

/** From which network the device of a session signed in. */
export const networksOfDevices: Migration = {
  version: 23,
  name: 'networks of devices',
  async up(db) {
    await db.schema.alterTable('sessions').addColumn('device_network', 'text').execute();
  },
};
