/** What is said when a store that a request needs is away. */
export const storeTemplates = {
  store_unavailable: {
    sentence: 'The database that this needs does not answer at the moment.',
    expected: 'an answer of the database within a few seconds',
    actual: 'none',
    fix: 'Try again in a moment; as the operator, look for the reason in the log.',
    rule: 'RFC 9110 §15.6.4',
  },
  outcome_unknown: {
    sentence: 'The database was lost before it said whether it kept the change.',
    expected: 'the confirmation of the database within a few seconds',
    actual: 'none',
    fix: 'Send the request again; that is safe.',
    rule: 'RFC 9110 §15.6.4',
  },
} as const;
