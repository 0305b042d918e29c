/** What ends a start. Only a terminal shows it, in English. */
export const startupTemplates = {
  node_too_old: {
    sentence: 'This is Node {version}; Signet needs {oldest} or later.',
    expected: 'Node {oldest} or later',
    actual: 'Node {version}',
    fix: 'Run `npm ci` in the Signet folder, which brings the right Node along, then start with `npm start` or `npx --no signet start`.',
  },
  option_invalid: {
    variants: {
      value: {
        sentence: '{option} is {value}; it must be {expected}.',
        expected: '{expected}',
        actual: '{value}',
        fix: 'Give {option} another value, or leave it out.',
      },
      secret: {
        sentence: '{option} must be {expected}.',
        expected: '{expected}',
        actual: 'something else (not shown, because it is a secret)',
        fix: 'Give {option} another value, or leave it out.',
      },
      privileged_port: {
        sentence: 'This user may not listen on port {port}.',
        expected: 'a port above 1023, or the right to use a lower one',
        actual: 'port {port}',
        fix: 'Choose another port with {option}.',
      },
      no_such_address: {
        sentence: 'This machine has no address {host} to listen on.',
        expected: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0',
        actual: '{host}',
        fix: 'Choose another with `--host ADDRESS` or SIGNET_HOST.',
      },
    },
  },
  port_taken: {
    fix: 'Stop the other program, or choose another port with {option}.',
    variants: {
      port: {
        sentence: '{what} cannot listen on port {port}: another program does.',
        expected: 'port {port} on {host} to be free',
        actual: 'in use',
      },
      localhost: {
        sentence:
          '{what} cannot have `localhost` to itself: another program listens on {at}, where that name leads as well.',
        expected: 'port {port} to be free on 127.0.0.1 and on ::1',
        actual: 'in use on {host}',
      },
    },
  },
  data_folder_not_writable: {
    variants: {
      folder: {
        sentence: 'The data folder {folder} cannot be written.',
        expected: 'a folder that this user may read and write',
        actual: '{reason}',
        fix: 'Choose another folder with `--data FOLDER` or SIGNET_DATA, or change the owner of this one.',
      },
      lock_file: {
        sentence: 'The lock file {file} cannot be used.',
        expected: 'a file that this user may write, or none',
        actual: '{reason}',
        fix: 'Remove it if no Signet runs on this folder; it holds nothing and is made again.',
      },
      database_file: {
        sentence: 'The database file {file} cannot be opened for writing.',
        expected: 'a folder that this user may write',
        actual: '{reason}',
        fix: 'Make the folder, give its ownership to the user that runs Signet, or choose another with --data.',
      },
    },
  },
  data_folder_in_use: {
    sentence: 'Another Signet is running on the data folder {folder}.',
    expected: 'a data folder for this process alone',
    actual: 'a data folder that another process holds',
    fix: 'Stop the other one, or give this one a folder of its own with `--data FOLDER`.',
  },
  master_key_missing: {
    sentence: 'The database holds sealed signing keys, but the master key is gone.',
    expected: 'the master key in {file} or in SIGNET_MASTER_KEY',
    actual: 'neither',
    fix: 'Put the file back from your backup, or set SIGNET_MASTER_KEY to its content. Nothing was changed.',
  },
  master_key_wrong: {
    variants: {
      file: {
        sentence: 'The file {file} does not hold a master key.',
        expected: '32 bytes as base64url or as 64 hexadecimal digits',
        actual: 'something else',
        fix: 'Put the file back from your backup, or set SIGNET_MASTER_KEY. Nothing was changed.',
      },
      reference: {
        sentence: 'What {key} in the configuration leads to is no master key.',
        expected: '32 bytes as base64url or as 64 hexadecimal digits',
        actual: 'something else (not shown, because it may be a secret)',
        fix: 'Correct the reference, or put the key back where it leads. Nothing was changed.',
      },
      other_key: {
        sentence: 'The master key does not open the stored signing key {key}.',
        expected: 'the master key with which this database was first started',
        actual: 'another key, or a changed database',
        fix: 'Start with the original master key; after a change, with the one before as SIGNET_PREVIOUS_MASTER_KEY. Without it the signing keys cannot be recovered.',
      },
      factor: {
        sentence: 'The master key does not open the authenticator secret of the account {account}.',
        expected: 'the master key by which it was sealed, for this issuer',
        actual: 'another key, another issuer, or a changed database',
        fix: 'Start with the master key of before as SIGNET_PREVIOUS_MASTER_KEY, or reset the second factor of the account.',
      },
      tool_token: {
        sentence: 'The master key does not open the token that was given for a server of tools: {place}.',
        expected: 'the master key by which it was sealed, for this issuer',
        actual: 'another key, another issuer, or a changed database',
        fix: 'Start with the master key of before as SIGNET_PREVIOUS_MASTER_KEY, or let its person give the token again.',
      },
      model_provider: {
        sentence: 'The master key does not open what is kept of the provider of models {name}.',
        expected: 'the master key by which it was sealed, for this issuer',
        actual: 'another key, another issuer, or a changed database',
        fix: 'Start with the master key of before as SIGNET_PREVIOUS_MASTER_KEY, or give the key again: `signet llm provider add {name}`.',
      },
      other_issuer: {
        sentence: 'The stored signing key {key} was sealed for the issuer {issuer}, and this is {own}.',
        expected: 'keys that were sealed for {own}',
        actual: 'a key of {issuer}',
        fix: 'Start with `--issuer {issuer}`, or with another database. Where the issuer was renamed, set SIGNET_PREVIOUS_ISSUER={issuer}, start, and run `signet keys reseal`.',
      },
    },
  },
  secret_unreadable: {
    fix: 'Mend what the reference leads to, or the reference in the configuration. Nothing was changed.',
    variants: {
      variable: {
        sentence: 'The configuration names the environment variable {name}, which is not set.',
        expected: 'a variable that holds the secret',
        actual: 'none, or an empty one',
      },
      file: {
        sentence: 'The secret in the file {file} cannot be read ({reason}).',
        expected: 'an ordinary file of at most {most} bytes that this user may read',
        actual: '{reason}',
      },
      command: {
        sentence: 'The command {program} did not tell the secret ({reason}).',
        expected:
          'a command that ends with 0 within {seconds} seconds, and prints the secret and nothing else',
        actual: '{reason}',
      },
      store: {
        sentence: 'The secret {reference} cannot be read from {store} ({reason}).',
        expected: 'a secret at that place, which those who sign in there as Signet may read',
        actual: '{reason}',
      },
      unfit: {
        sentence: 'What {reference} leads to cannot be the secret of {key} ({reason}).',
        expected: '{wanted}',
        actual: '{reason}',
      },
      too_many: {
        sentence: 'The configuration names {count} secrets.',
        expected: 'at most {most}',
        actual: '{count}',
      },
      unread: {
        sentence: 'The secret {reference} has not been read yet.',
        expected: 'a reference that the configuration had when it was taken over',
        actual: 'another one',
      },
    },
  },
  secret_exposed: {
    sentence: 'Others than its owner can get at the file {file}, which holds a secret.',
    expected: 'a file for its owner alone, such as mode 600',
    actual: 'mode {mode}',
    fix: 'Run `chmod 600 {file}`. Where others may have read it, replace the secret.',
    rule: 'NIST SP 800-57 Part 1 §5.3',
  },
  database_too_new: {
    sentence: 'The database has schema version {found}; this Signet knows versions up to {known}.',
    expected: 'schema version {known} or lower',
    actual: 'schema version {found}',
    fix: 'Start the newer Signet that made the database, or restore a backup from before the upgrade.',
  },
  database_unreachable: {
    variants: {
      postgres: {
        sentence: 'The PostgreSQL database cannot be used ({reason}).',
        expected:
          'a PostgreSQL server that answers at the address in DATABASE_URL and lets this user make tables',
        actual: '{reason}',
        fix: 'Check that the server runs, and the host, port, user, password and database name in DATABASE_URL.',
      },
      sqlite: {
        sentence: 'The database file {file} cannot be used: {reason}.',
        expected: 'a SQLite database made by Signet',
        actual: '{reason}',
        fix: 'Restore the file from a backup, or move it away to start with an empty one. Nothing was changed.',
      },
    },
  },
  redis_unreachable: {
    sentence: 'Redis cannot be used ({reason}).',
    expected: 'a Redis server that answers at the address in REDIS_URL',
    actual: '{reason}',
    fix: 'Check that the server runs, and the host, port and password in REDIS_URL.',
  },
  certificate_unreadable: {
    fix: 'Name a certificate chain and its private key, both as PEM, or make a local one with `signet certificate make`.',
    variants: {
      file: {
        sentence: 'The file {file} cannot be read ({reason}).',
        expected: 'a file that this user may read',
        actual: '{reason}',
      },
      no_certificate: {
        sentence: 'The file {file} holds no certificate.',
        expected: 'one or more certificates as PEM, that of this server first',
        actual: 'something else',
      },
      no_key: {
        sentence: 'The file {file} holds no private key that can be used.',
        expected: 'one private key as PEM, without a passphrase',
        actual: 'something else (not shown, because it may be a secret)',
      },
    },
  },
  places_unreadable: {
    sentence: 'The file {file} that `identity.places` names cannot be used ({reason}).',
    expected: 'a database of places in the MaxMind DB format (`.mmdb`), of 512 MiB at most',
    actual: '{reason}',
    fix: 'Fetch the file again from whoever publishes it, unpacked, or take `identity.places` out.',
    rule: 'MaxMind DB File Format 2.0',
  },
  certificate_key_exposed: {
    sentence: 'Every user of this machine can get at the private key {file}.',
    expected: 'a file that others can neither read nor write, such as mode 600',
    actual: 'mode {mode}',
    fix: 'Run `chmod 600 {file}`. Where others may have read it, replace the key and the certificate.',
    rule: 'NIST SP 800-57 Part 1 §5.3',
  },
  certificate_key_mismatch: {
    sentence: 'The private key in {key} is not that of the certificate in {certificate}.',
    expected: 'the private key of the first certificate in {certificate}',
    actual: 'the private key of another',
    fix: 'Name the two files that were issued together.',
  },
  certificate_expired: {
    fix: 'Renew the certificate, or look at the clock of this machine. A local one is made anew with `signet certificate make`.',
    rule: 'RFC 5280 §4.1.2.5',
    variants: {
      over: {
        sentence: 'The certificate in {file} ran out on {date}.',
        expected: 'a certificate that is valid now',
        actual: 'one that was valid until {date}',
      },
      not_yet: {
        sentence: 'The certificate in {file} is not valid before {date}.',
        expected: 'a certificate that is valid now',
        actual: 'one that is valid from {date} on',
      },
    },
  },
  certificate_host_mismatch: {
    sentence: 'The certificate in {file} is not for {host}, the host of the issuer.',
    expected: '{host} among the names of the certificate',
    actual: '{names}',
    fix: 'Name a certificate for {host}, or set `--issuer` to an address that this one is for.',
    rule: 'RFC 9525 §6',
  },
  configuration_invalid: {
    variants: {
      unreadable: {
        sentence: 'The configuration {file} cannot be read.',
        expected: 'a file that this user may read',
        actual: '{reason}',
        fix: 'Put the file there, or name another with `--config FILE` or SIGNET_CONFIG.',
      },
      one_problem: {
        sentence: 'The configuration has one error:',
        fix: 'Fix {file}. `signet config check` looks at it without starting anything.',
      },
      applied: {
        sentence: 'The configuration that was applied last (number {number}) does not fit to {file}:',
        fix: 'Mend {file}, or start once with `--gateways-follow file`: then the file alone counts.',
      },
      several_problems: {
        sentence: 'The configuration has {count} errors:',
        fix: 'Fix {file}. `signet config check` looks at it without starting anything.',
      },
      stored_client: {
        sentence: 'The client {client} stands in the configuration, and in the store as well.',
        expected: 'each client in one place',
        actual: 'one in both',
        fix: 'Take {client} out of the file; remove it with `signet client remove {client}` first if the file is to have it.',
      },
      same_requests: {
        sentence: 'Two routes take the same requests.',
        fix: 'Give them different methods, paths, hosts, or values of headers or query.',
      },
      unknown_name: {
        sentence: 'Route {route} names the {kind} {name}, which the configuration does not have.',
        fix: 'Add {name} under {kind}s, or correct the name.',
      },
      no_issuer: {
        sentence: 'Route {route} is protected but names no issuer.',
        fix: 'Name at least one issuer, and an audience for each, or say `public: true`.',
      },
      empty_demand: {
        sentence:
          'A set of requirements of route {route}, at {at}, asks for nothing, so that everybody would meet it.',
        fix: 'Write what the token must carry, or leave the set out.',
      },
      no_audience: {
        sentence: 'Route {route} is protected but names no audience for tokens of {issuer}.',
        fix: 'Name at least one issuer, and an audience for each, or say `public: true`.',
      },
      condition: {
        sentence: 'The condition {name} of route {route} cannot be read: {reason}.',
        fix: 'Correct the condition. `signet config check` looks at it without starting anything.',
      },
      header_dropped: {
        sentence:
          'Route {route} reads the header {header}, which is dropped from what clients send, or filled by a route.',
        fix: 'Choose a header of another name, such as `x-service-token`.',
      },
      matched_header_dropped: {
        sentence:
          'Route {route} is chosen by the header {header}, which is dropped from what clients send, or filled by a route.',
        fix: 'Choose a header of another name, such as `x-version`.',
      },
      checked_header_dropped: {
        sentence:
          'Route {route} looks into the header {header}, which is dropped from what clients send, or filled by a route.',
        fix: 'Choose a header of another name, such as `x-version`.',
      },
      schema: {
        sentence: 'A schema of route {route} cannot be used: {reason}.',
        fix: 'Correct `request` of the route. `signet config check` looks at it without starting anything.',
      },
      two_introspected: {
        sentence: 'Route {route} would have to ask {one} and {other} about the same token.',
        fix: 'Give each of the two issuers routes of its own.',
      },
      same_issuer: {
        sentence: 'Route {route} names the issuer {issuer} twice, as {one} and as {other}.',
        fix: 'Leave one of the two names out.',
      },
    },
  },
} as const;
