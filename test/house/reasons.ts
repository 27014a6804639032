// Why each permission is asked for, and what stops working without it, as docs/permissions.md says it.

export const reasons: Readonly<Record<string, { what: string; without: string }>> = {
  'AppCatalog.Read.All': {
    what: 'find our own app in the organisation’s catalogue',
    without:
      'No tab in channels, and the app cannot be brought to people or into a team that it has made. The group is told; who has the app already is reached as before.',
  },
  'Calendars.ReadBasic': {
    what: 'see when the members of a group could meet: free or taken, and working hours, nothing else',
    without:
      'Unless `Calendars.ReadWrite` is granted, which includes it: times are proposed between nine and five of everyone’s own clock, and the group is told that no calendar was looked into.',
  },
  'Calendars.ReadWrite': {
    what: 'invite a group to its meetings from one mailbox, move the invitation and take it back',
    without:
      'Members are told the time in chat, and get a file for their calendars: its link is one person’s, cannot be guessed, and works for a week while they are in the group.',
  },
  'ChannelSettings.ReadWrite.All': {
    what: 'archive the channel of a group some weeks after its end; Microsoft has no permission for single teams here',
    without:
      'Channels of ended groups stay open until somebody archives them by hand; the group’s workspace says so. All else is put away.',
  },
  'GroupMember.Read.All': {
    what: 'know who is a facilitator or an administrator; find a team again that the app has made',
    without:
      'Nobody is known as a facilitator or an administrator, so their page is shown to nobody, and whoever asks in chat for the workspace of another group is told why not. The app makes no team unless `TEAM_OWNER` names its owner.',
  },
  'Sites.ReadWrite.All': {
    what: 'the resource page of a group',
    without: 'No page on the intranet; the group is told.',
  },
  'Tasks.ReadWrite.All': {
    what: 'the plan and the tasks of an applied project',
    without: 'The tasks are in chat and in our tab alone; the group is told that Planner could not be used.',
  },
  'Team.Create': {
    what: 'the own team of a confidential group; another team for groups to share when the programme team is full',
    without:
      'Confidential groups have no channel and no plan, are told so, and work in chat; they are never moved into the shared team. Other programmes need it from the group on for which the programme team has no room: those work in chat, too.',
  },
  'Team.ReadBasic.All': {
    what: 'see whether a team that was asked for is ready',
    without:
      'Nothing is left out: what comes next in that team is tried until it is ready. A team that Microsoft failed to make is noticed hours later instead of at once. Needed where `Team.Create` is.',
  },
  'TeamMember.ReadWriteNonOwnerRole.All': {
    what: 'bring members of a group into its team, and take those who left out of a confidential group’s own',
    without:
      'Owners of the programme team add people by hand; the group is told who to ask. Confidential groups work in chat. Who leaves a confidential group stays in its team until its owner takes them out.',
  },
  'TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All': {
    what: 'bring the app, with the permissions of its manifest, into a team that it has made',
    without: 'As without `Team.Create`.',
  },
  'TeamsAppInstallation.ReadWriteSelfForUser.All': {
    what: 'bring the app to people who registered or accepted in a tab, so that the bot can write to them',
    without:
      'Who has not added the app gets no news in chat and finds all of it in the tab. IT can install it by a setup policy instead.',
  },
  'User.Read.All': {
    what: 'name, area, office, language, job title and supervisor of people who take part, whether somebody reports to them, and whether they still have an account',
    without:
      'Nothing but the name and the language that Teams sends. Nobody can be kept out of a group with their own supervisor; whoever is asked is told so before they answer. Nobody is known as a manager, so a programme for managers stays empty. Who has left the company stays in their group until it goes on without them.',
  },
  'Channel.Create.Group': {
    what: 'the channel of a group',
    without: 'The group is told that there is no channel, and works in chat.',
  },
  'ChannelSettings.Read.Group': {
    what: 'find the channel again when the answer to making it was lost; see once a day whether it is still there, and how many channels its team has',
    without:
      'Unless `ChannelSettings.ReadWrite.All` is granted, which includes it: a channel whose answer was lost may be there, is not made a second time, and the group is told so. That one was deleted or renamed is noticed only where Teams tells the bot, and how full a team is only by what the app has put there.',
  },
  'TeamMember.Read.Group': {
    what: 'who is in the team of a group; who of the group is missing there',
    without:
      'Colleagues in the team, outside the group, do not see its channel tab. Members and facilitators do. Who left a confidential group is not taken out of its team.',
  },
  'TeamSettings.ReadWrite.Group': {
    what: 'archive a confidential group’s own team some weeks after its end',
    without:
      'That team stays open until its owner archives it; the group’s workspace says so. Other programmes do not need it, and nothing else is changed by it.',
  },
  'TeamsTab.Create.Group': {
    what: 'our tab in the channel of a group',
    without: 'No tab in the channel; the group is told, and finds everything in the tab of its own.',
  },
  'TeamsTab.Read.Group': {
    what: 'find our tab again when the answer to pinning it was lost; see once a day whether it is still there',
    without:
      'A tab whose answer was lost may be there, is not pinned a second time, and the group is told so. That one was removed is not noticed.',
  },
};
