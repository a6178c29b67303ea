import { ErrorCode } from './errors';

/** One thing that is wrong with what a user gave. */
export interface Problem {
  /** The code under which ERRORS.md lists it. */
  readonly code: ErrorCode;
  /** What was given, ready to print. Never a secret. */
  readonly value: string;
  /** Why it cannot work. */
  readonly why: string;
  /** What to write instead, as code to paste where there is some. */
  readonly fix: string;
}

/** A problem that a rule can find in facts of one shape. */
export interface Rule<Facts> {
  readonly code: ErrorCode;
  readonly broken: (facts: Facts) => boolean;
  readonly message: (facts: Facts) => Omit<Problem, 'code'>;
}

/** All the problems that the rules find, in the order of the rules. */
export function check<Facts>(rules: readonly Rule<Facts>[], facts: Facts): Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    if (rule.broken(facts)) {
      problems.push({ code: rule.code, ...rule.message(facts) });
    }
  }
  return problems;
}

/** The problems of one construct as the message of one error. */
export function describe(what: string, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  const parts = problems.map(({ code, value, why, fix }) => [
    `${code}: ${value}`,
    `  why: ${indented(why)}`,
    `  fix: ${indented(fix)}`,
  ].join('\n'));
  return [`${what} has ${count}.`, ...parts].join('\n\n');
}

function indented(text: string): string {
  return text.replace(/\n/g, '\n       ');
}
