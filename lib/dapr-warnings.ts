import { IConstruct } from 'constructs';
import { printable } from './private/expression';
import { check, describe, Rule } from './private/problem';
import { acknowledge, WarningId, WARNINGS } from './private/warnings';

interface Acknowledgement {
  readonly id: string;
  readonly reason: string;
}

const RULES: readonly Rule<Acknowledgement>[] = [
  {
    code: 'WarningUnknown',
    broken: ({ id }) => !Object.hasOwn(WARNINGS, id),
    message: ({ id }) => ({
      value: `acknowledge(${printable(id)}, …)`,
      why: 'the library gives no warning of this id, so nothing would be muted',
      fix: `one of ${Object.keys(WARNINGS).map((known) => `'${known}'`).join(', ')}`,
    }),
  },
  {
    code: 'ReasonMissing',
    broken: ({ reason }) => String(reason ?? '').trim() === '',
    message: ({ id, reason }) => ({
      value: `acknowledge(${printable(id)}, ${printable(reason)})`,
      why: 'an acknowledged warning is silent for everyone who works on the code later, so the reason has to stand there',
      fix: `acknowledge(${printable(id)}, 'why it does not apply here')`,
    }),
  },
];

/**
 * Says of a warning that it was seen and is meant so.
 *
 * The ids of all warnings, with what they mean, stand in
 * [WARNINGS.md](https://github.com/cdktf-azure-dapr/cdktf-azure-dapr/blob/main/WARNINGS.md).
 */
export class DaprWarnings {
  /**
   * The warnings of everything under a scope.
   *
   * @param scope a construct, a stack or the app.
   */
  public static of(scope: IConstruct): DaprWarnings {
    return new DaprWarnings(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Mutes a warning for the scope and everything under it, whether that exists already or is added later.
   *
   * @param id the id that the warning's text starts with, such as `VersionChangeReplaces`.
   * @param reason why it does not apply here, for the next reader of the code.
   * @throws an error WarningUnknown for an id that the library does not have, ReasonMissing for an empty reason.
   */
  public acknowledge(id: string, reason: string): void {
    const problems = check(RULES, { id, reason });
    if (problems.length > 0) {
      throw new Error(describe(`DaprWarnings.of(${printable(this.scope.node.path)})`, problems));
    }
    acknowledge(this.scope, id as WarningId, reason);
  }
}
