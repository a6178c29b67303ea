import type { Answer } from './http';

const LOCATIONS = ['eastus', 'northeurope', 'westeurope', 'westus2'];

/**
 * What azurerm asks first: where the endpoints of this cloud are. The year 2018 form is only asked for the list of locations.
 * `tenant` and `identityProvider` must have these values, or the cloud is taken for an Azure Stack, which has no extensions.
 */
export function metadata(url: string, apiVersion: string | undefined): Answer {
  const authentication = { loginEndpoint: url, audiences: [url], tenant: 'common', identityProvider: 'AAD' };
  if (apiVersion !== undefined && apiVersion < '2019') {
    return { status: 200, body: { graphEndpoint: url, authentication, cloudEndpoint: { simulator: { endpoint: url, locations: LOCATIONS } } } };
  }
  const suffixes = {
    acrLoginServer: 'azurecr.invalid',
    keyVaultDns: 'vault.invalid',
    mhsmDns: 'mhsm.invalid',
    sqlServerHostname: 'database.invalid',
    storage: 'core.invalid',
    synapseAnalytics: 'synapse.invalid',
  };
  return {
    status: 200,
    body: {
      name: 'ArmSimulator',
      portal: url,
      resourceManager: url,
      microsoftGraphResourceId: url,
      graph: url,
      batch: url,
      synapseAnalyticsResourceId: url,
      authentication,
      suffixes,
    },
  };
}
