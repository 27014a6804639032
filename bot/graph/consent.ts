// PURE: the resource-specific permissions that the app is given in a team with its installation, as its manifest asks for them.

/** The same as in appPackage/manifest.json, which a test compares. */
export const inTeamPermissions = [
  'Channel.Create.Group',
  'ChannelSettings.Read.Group',
  'TeamMember.Read.Group',
  'TeamSettings.ReadWrite.Group',
  'TeamsTab.Create.Group',
  'TeamsTab.Read.Group',
] as const;

/** Graph docs, "Add app to team", example with consent: without it an app that asks for permissions is refused. */
export const consent = {
  consentedPermissionSet: {
    resourceSpecificPermissions: inTeamPermissions.map((permissionValue) => ({
      permissionValue,
      permissionType: 'application',
    })),
  },
};
