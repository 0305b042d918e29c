/** What commands on the same machine may know of a server's data folder, without loading the server. */
export { letterFile, letters } from '@signet/identity/letters';
export { localCertificateFiles, makeLocalCertificate } from './certificates/local-certificate.ts';
export { makeNodeCertificate, nodeAuthorityFiles } from './certificates/node-certificate.ts';
export { hashMachinePassword } from './machines/hash-password.ts';
export type { OptionSource } from './options/option-reader.ts';
export { parseDataFolder } from './options/parse-options.ts';
export { checkConfiguredSecrets } from './secrets/check-secrets.ts';
export { readConfiguredMasterKey } from './startup/configured-master-key.ts';
export { parseMasterKey, readMasterKey } from './startup/master-key.ts';
export type { RunningServer } from './startup/running-file.ts';
export { readRunningFile } from './startup/running-file.ts';
