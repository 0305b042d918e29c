export { storesContract } from './contracts/stores.ts';
export { describeWithNginx, describeWithPostgres, describeWithRedis } from './servers/describe-with.ts';
export { type FaultyProxy, startFaultyProxy } from './servers/faulty-proxy.ts';
export { type PostgresServer, startPostgres } from './servers/postgres.ts';
export { type PostgresAdministrator, postgresAdministrator } from './servers/postgres-administrator.ts';
export { type RedisServer, startRedis } from './servers/redis.ts';
export { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';
