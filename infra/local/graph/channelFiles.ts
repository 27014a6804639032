// The folder of a channel's files: not there yet for some minutes after the channel.
import { refuse } from './answer.ts';
import { type Operation, reading } from './operation.ts';
import { showOne } from './shown.ts';
import { withTeam } from './teams.ts';
import type { EntityType } from './view.ts';

/** About as long as was seen (github.com/microsoftgraph, issues about filesFolder: 160 s and more, shortest not known). */
const readySeconds = 160;

const folderType: EntityType = {
  name: 'microsoft.graph.driveItem',
  properties: ['id', 'createdDateTime', 'lastModifiedDateTime', 'name', 'webUrl', 'size', 'folder'],
};

export const channelFileOperations: readonly Operation[] = [
  reading({
    path: '/teams/{team}/channels/{channel}/filesFolder',
    family: 'teams',
    permissions: [
      'File.Read.Group',
      'Files.Read.All',
      'Files.ReadWrite.All',
      'Sites.Read.All',
      'Sites.ReadWrite.All',
      'Group.Read.All',
      'Group.ReadWrite.All',
    ],
    type: folderType,
    run: withTeam((call, team) => {
      const { state, now } = call.tenant;
      const channel = team.channels.find(({ id }) => id === call.param('channel'));
      const site = state.sites.find(({ groupId }) => groupId === team.id);
      if (!channel || channel.deletedDateTime !== undefined || !site)
        return refuse(404, 'NotFound', 'No channel found with the given id.');
      const { createdDateTime, displayName: name } = channel;
      const age = Date.parse(now()) - Date.parse(createdDateTime);
      if (age < readySeconds * 1000)
        return refuse(
          404,
          'NotFound',
          'Folder location for this channel is not ready yet, please try again later.',
        );
      const folder = {
        id: channel.id.replaceAll(/\W/g, ''),
        createdDateTime,
        lastModifiedDateTime: createdDateTime,
        name,
        webUrl: `${site.webUrl}/Shared%20Documents/${encodeURIComponent(name)}`,
        size: 0,
        folder: { childCount: 0 },
      };
      return showOne(call, `teams('${team.id}')/channels/filesFolder`, folder);
    }),
  }),
];
