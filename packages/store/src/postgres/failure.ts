import pg from 'pg';

/**
 * SQLSTATEs (PostgreSQL manual, appendix A) by which the server says that it ends the connection, or that it cannot
 * tell what became of the statement.
 */
const ending = /^(08...|57P0.|25P03|25P04|40003)$/;

/**
 * SQLSTATEs of a server that cannot do now what it could do later, on a connection that stays good: no room, no lock,
 * out of time, a deadlock, a standby that takes no writes.
 */
const passing = /^(53...|55P03|57014|58030|40001|40P01|25006)$/;

/** Whether the error says that its connection is over. */
export function endsConnection(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (ending.test(error.code ?? '') || isFatal(error));
}

/** Whether the same statement may well succeed in a moment. */
export function isPassing(error: unknown): boolean {
  return error instanceof pg.DatabaseError && passing.test(error.code ?? '');
}

/** A hint only, as servers translate it. */
function isFatal({ severity }: pg.DatabaseError): boolean {
  return severity === 'FATAL' || severity === 'PANIC';
}

/** The SQLSTATE or system code; never the message, which may quote what was asked. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : 'no answer';
}
