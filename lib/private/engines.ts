import { DaprEngine } from '../dapr-engine';
import type { Engine } from './engine';

/* eslint-disable @typescript-eslint/no-require-imports -- loaded when first used: few apps need both */

/** The engine that a user chose; undefined for a name that is none. */
export function engineFor(choice: DaprEngine): Engine | undefined {
  switch (choice) {
    case DaprEngine.AZURERM: {
      const { AzurermEngine } = require('./azurerm-engine') as typeof import('./azurerm-engine');
      return new AzurermEngine();
    }
    case DaprEngine.AZAPI: {
      const { AzapiEngine } = require('./azapi-engine') as typeof import('./azapi-engine');
      return new AzapiEngine();
    }
    default: return undefined;
  }
}
