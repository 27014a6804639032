// What Azure holds for Peerloop: an identity without a secret, a registry, one running app, the bot's registration.
targetScope = 'resourceGroup'

@description('Begins the name of every resource; letters and digits, since the registry allows no more.')
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

@description('Whose programmes are on, separated by commas: employees, managers; managers get a team for each group.')
param programmes string = 'employees'

@description('Whether each group gets a team of its own, where it differs from the programme: true, false, or empty.')
@allowed(['', 'true', 'false'])
param confidential string = ''

@description('Object id of the owner of those teams; empty: the first of the facilitators.')
param teamOwner string = ''

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

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: baseName
  location: location
  properties: {}
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: baseName
  location: location
  dependsOn: [mayPull]
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
            { name: 'DATA_DIR', value: '/data' }
            { name: 'TENANT_ID', value: subscription().tenantId }
            { name: 'BOT_ID', value: identity.properties.clientId }
            { name: 'MANAGED_IDENTITY', value: identity.properties.clientId }
            { name: 'TEAMS_APP_ID', value: teamsAppId }
            { name: 'PROGRAMME_TEAM', value: programmeTeam }
            { name: 'PROGRAMMES', value: programmes }
            { name: 'CONFIDENTIAL', value: confidential }
            { name: 'TEAM_OWNER', value: teamOwner }
            { name: 'FACILITATORS_GROUP', value: facilitatorsGroup }
            { name: 'ADMINISTRATORS_GROUP', value: administratorsGroup }
            { name: 'SUPPORT_CONTACT', value: supportContact }
          ]
          probes: [
            { type: 'Liveness', httpGet: { path: '/health/live', port: port } }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: port } }
          ]
          volumeMounts: [{ volumeName: 'data', mountPath: '/data' }]
        }
      ]
      // Never none: reminders are due while nobody writes. Never two: one process owns the SQLite file.
      scale: { minReplicas: 1, maxReplicas: 1 }
      // Goes with the replica. What has to last needs a PostgreSQL of yours (DATABASE_URL); a network share corrupts SQLite.
      volumes: [{ name: 'data', storageType: 'EmptyDir' }]
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
