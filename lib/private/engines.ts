import { DaprEngine } from '../dapr-engine';
import { AzurermEngine } from './azurerm-engine';
import { Engine } from './engine';

/** The engine that a user chose; undefined for a name that is none. */
export function engineFor(choice: DaprEngine): Engine | undefined {
  return choice === DaprEngine.AZURERM ? new AzurermEngine() : undefined;
}
