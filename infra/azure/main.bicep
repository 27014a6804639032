// What Azure holds for Peerloop: an identity without a secret, a registry, a database, the running app, the bot's registration.
targetScope = 'resourceGroup'

@description('Begins the name of every resource; small letters and digits, since registry and database allow no more.')
@minLength(5)
@maxLength(20)
param baseName string

param location string = resourceGroup().location

@description('The image of the app; an empty one until the first deploy.')
param image string

@description('The id in the manifest.')
param teamsAppId string

@description('The team in which every group gets its channel.')
param programmeTeam string

@description('The programmes that are on, separated by commas: employees, managers, community; managers get a team for each group.')
param programmes string = 'employees,community'

@description('Whether each group gets a team of its own, where it differs from the programme: true, false, or empty.')
@allowed(['', 'true', 'false'])
param confidential string = ''

@description('The SharePoint site of resource pages, host,guid,guid; empty: the programme team’s own.')
param intranetSite string = ''

@description('Processes that answer; one of them performs what is to be sent. Each takes 11 of the 35 connections that the smallest database has.')
@minValue(1)
@maxValue(3)
param replicas int = 1

@description('Object id of the owner of those teams; empty: the first of the facilitators.')
param teamOwner string = ''

@description('Address or object id of the mailbox that invites groups to their meetings; empty: nobody is invited.')
param meetingOrganiser string = ''

param facilitatorsGroup string
param administratorsGroup string

@description('Whom people turn to when the bot cannot help.')
param supportContact string

var port = 3978
var host = '${baseName}.${environment.properties.defaultDomain}'
var acrPull = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '7f951dda-4ed3-4680-a7ca-43fe172d538d'
)

// It is the bot, it reads the registry, and it holds the Graph permissions of entra.json.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: baseName
  location: location
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: baseName
  location: location
  sku: { name: 'Basic' }
  properties: { adminUserEnabled: false }
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, acrPull)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: acrPull
  }
}

// The smallest there is. Nobody has a password: who signs in shows a token of Entra.
resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: baseName
  location: location
  sku: { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '16'
    createMode: 'Default'
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 7, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
    network: { publicNetworkAccess: 'Enabled' }
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: subscription().tenantId
    }
  }

  resource peerloop 'databases@2024-08-01' = {
    name: 'peerloop'
    properties: { charset: 'UTF8', collation: 'en_US.utf8' }
  }

  // The app makes its own tables. Its name in the database is the name of the identity.
  resource administrator 'administrators@2024-08-01' = {
    name: identity.properties.principalId
    properties: {
      principalType: 'ServicePrincipal'
      principalName: identity.name
      tenantId: subscription().tenantId
    }
    dependsOn: [peerloop]
  }

  // Azure's own way of writing "from services in Azure": a container app without a network of its own has no fixed address.
  resource fromAzure 'firewallRules@2024-08-01' = {
    name: 'AllowAllAzureServicesAndResourcesWithinAzureIps'
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
    dependsOn: [administrator]
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: baseName
  location: location
  properties: {}
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: baseName
  location: location
  dependsOn: [mayPull, database::administrator, database::fromAzure]
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    environmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: port, transport: 'http', allowInsecure: false }
      registries: [{ server: registry.properties.loginServer, identity: identity.id }]
    }
    template: {
      containers: [
        {
          name: 'peerloop'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: [
            { name: 'PORT', value: string(port) }
            { name: 'PUBLIC_ORIGIN', value: 'https://${host}' }
            // No password in it: the app signs in by its identity.
            {
              name: 'DATABASE_URL'
              value: 'postgres://${identity.name}@${database.properties.fullyQualifiedDomainName}/${database::peerloop.name}?sslmode=verify-full'
            }
            { name: 'TENANT_ID', value: subscription().tenantId }
            { name: 'BOT_ID', value: identity.properties.clientId }
            { name: 'MANAGED_IDENTITY', value: identity.properties.clientId }
            { name: 'TEAMS_APP_ID', value: teamsAppId }
            { name: 'PROGRAMME_TEAM', value: programmeTeam }
            { name: 'INTRANET_SITE', value: intranetSite }
            { name: 'PROGRAMMES', value: programmes }
            { name: 'CONFIDENTIAL', value: confidential }
            { name: 'TEAM_OWNER', value: teamOwner }
            { name: 'MEETING_ORGANISER', value: meetingOrganiser }
            { name: 'FACILITATORS_GROUP', value: facilitatorsGroup }
            { name: 'ADMINISTRATORS_GROUP', value: administratorsGroup }
            { name: 'SUPPORT_CONTACT', value: supportContact }
          ]
          probes: [
            { type: 'Liveness', httpGet: { path: '/health/live', port: port } }
            // Tables are brought up to date before the app answers at all, which may take minutes.
            { type: 'Startup', httpGet: { path: '/health/live', port: port }, periodSeconds: 60, failureThreshold: 10 }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: port } }
          ]
        }
      ]
      // Never none: reminders are due while nobody writes. Never more by themselves: load is no reason for another one.
      scale: { minReplicas: replicas, maxReplicas: replicas }
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: baseName
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Peerloop'
    endpoint: 'https://${host}/api/messages'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: identity.properties.tenantId
    msaAppType: 'UserAssignedMSI'
  }

  resource teams 'channels@2022-09-15' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: { channelName: 'MsTeamsChannel' }
  }
}

// The toolkit writes these to the environment file; the manifest and the deploy step read them there.
output BOT_ID string = identity.properties.clientId
output PUBLIC_HOST string = host
output REGISTRY_NAME string = registry.name
output CONTAINER_APP_NAME string = app.name
