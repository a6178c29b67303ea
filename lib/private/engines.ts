import { DaprEngine } from '../dapr-engine';
import { AzapiEngine } from './azapi-engine';
import { AzurermEngine } from './azurerm-engine';
import { Engine } from './engine';

/** The engine that a user chose; undefined for a name that is none. */
export function engineFor(choice: DaprEngine): Engine | undefined {
  switch (choice) {
    case DaprEngine.AZURERM: return new AzurermEngine();
    case DaprEngine.AZAPI: return new AzapiEngine();
    default: return undefined;
  }
}
