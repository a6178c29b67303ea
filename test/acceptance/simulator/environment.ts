import { CREDENTIALS } from './sign-in';

/**
 * The environment in which the providers azurerm and azapi talk to the simulator and to nothing else.
 *
 * Go reads SSL_CERT_FILE on Linux and the BSDs; on macOS and Windows the certificate has to be trusted by the system.
 */
export function environment(url: string, caFile: string): Record<string, string> {
  return {
    ARM_TENANT_ID: CREDENTIALS.tenantId,
    ARM_SUBSCRIPTION_ID: CREDENTIALS.subscriptionId,
    ARM_CLIENT_ID: CREDENTIALS.clientId,
    ARM_CLIENT_SECRET: CREDENTIALS.clientSecret,
    ARM_USE_CLI: 'false',
    ARM_USE_MSI: 'false',
    ARM_USE_OIDC: 'false',
    // azurerm: the metadata say where everything else is. Its version 4 would register dozens of namespaces by default.
    ARM_METADATA_HOSTNAME: new URL(url).host,
    ARM_RESOURCE_PROVIDER_REGISTRATIONS: 'none',
    ARM_PROVIDER_ENHANCED_VALIDATION_LOCATIONS: 'false',
    ARM_PROVIDER_ENHANCED_VALIDATION_RESOURCE_PROVIDERS: 'false',
    GO_AZURE_SDK_SKIP_POLLING_DELAY: 'true',
    // azapi: a cloud of its own, whose sign-in endpoint is not looked up at Microsoft.
    ARM_ENVIRONMENT: 'custom',
    ARM_ACTIVE_DIRECTORY_AUTHORITY_HOST: url,
    ARM_RESOURCE_MANAGER_ENDPOINT: url,
    ARM_RESOURCE_MANAGER_AUDIENCE: url,
    ARM_DISABLE_INSTANCE_DISCOVERY: 'true',
    ARM_DISABLE_TERRAFORM_PARTNER_ID: 'true',
    SSL_CERT_FILE: caFile,
  };
}
