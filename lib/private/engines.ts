import { DaprEngine } from '../dapr-engine';
import { AzurermEngine } from './azurerm-engine';
import { Engine } from './engine';

/** The engine that a user chose. */
export function engineFor(choice: DaprEngine): Engine {
  switch (choice) {
    case DaprEngine.AZURERM:
      return new AzurermEngine();
  }
}
