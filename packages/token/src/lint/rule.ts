import type { ExaminedMember, ExaminedToken } from './examined-token.ts';
import type { Finding } from './finding.ts';

/** What is the same for every finding of a rule. */
export type RuleText = Omit<Finding, 'sentence' | 'member' | 'where'>;

/** Looks at one thing about a token. Never throws: the token is hostile. */
export type Rule = (token: ExaminedToken) => readonly Finding[];

/** A finding about something that stands in the token. */
export function foundAt(rule: RuleText, sentence: string, at: ExaminedMember): Finding {
  return { ...rule, sentence, member: at.name, where: at.where };
}

/** A finding about something that does not. */
export function foundMissing(rule: RuleText, sentence: string, name: string): Finding {
  return { ...rule, sentence, member: name };
}
