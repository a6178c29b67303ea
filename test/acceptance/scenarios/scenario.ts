import { AZAPI, AZURERM, meets, type Needs, PROGRAM } from './needs';
import { Stage } from './stage';
import { ENGINES } from './synth';
import { DaprEngine } from '../../../lib';
import type { Switches } from '../simulator/switches';

export interface ScenarioOptions {
  /** @default both, one after the other */
  readonly engines?: readonly DaprEngine[];
  /** Where it takes more than the engine itself: by engine. */
  readonly needs?: Partial<Record<DaprEngine, Needs>>;
  readonly switches?: Partial<Switches>;
}

const NEEDS: Record<DaprEngine, Needs> = { [DaprEngine.AZURERM]: AZURERM, [DaprEngine.AZAPI]: AZAPI };

/** A test for each engine, skipped where Terraform is too old for it. */
export function scenario(name: string, options: ScenarioOptions, run: (stage: Stage) => Promise<void>): void {
  for (const engine of options.engines ?? ENGINES) {
    const needs = options.needs?.[engine] ?? NEEDS[engine];
    const title = `${name}: ${engine}`;
    if (!meets(PROGRAM, needs)) {
      test.skip(`${title} (Terraform ${needs.terraform}, OpenTofu ${needs.tofu})`, () => undefined);
      continue;
    }
    test(title, async () => {
      const stage = await Stage.open(engine, options.switches);
      try {
        await run(stage);
      } finally {
        await stage.close();
      }
    });
  }
}
