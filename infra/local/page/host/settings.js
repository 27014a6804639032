// The configuration page of the app's channel tab: adding a tab, setting one up anew, and taking it away.
import { go } from '../address.js';
import { h } from '../dom.js';
import * as doors from '../doors.js';
import { openDialog } from './dialog.js';

/**
 * @typedef {{ hosting: import('./surface.js').Hosting, team: any, channel: any, refresh: () => Promise<void> }} Where
 */

/** @param {Where} where @param {any} [tab] the one to set up anew */
export function setUpTab({ hosting, team, channel, refresh }, tab) {
  let config = tab ? configOf(tab) : {};
  const save = h('button', { type: 'button', class: 'plain primary', disabled: true }, 'Save');
  const keep = async () => {
    const { suggestedDisplayName, entityId, contentUrl, websiteUrl, removeUrl } = config;
    const change = {
      as: hosting.user.id,
      configuration: { entityId, contentUrl, websiteUrl, removeUrl },
      name: suggestedDisplayName || tab?.name || 'Peerloop',
    };
    const about = tab ? { what: 'tab changed', tab: tab.id } : { what: 'tab pinned', channel: channel.id };
    const answer = await doors.happen({ ...about, ...change });
    if (answer.problem) return stay(answer.problem);
    dialog.close();
    await refresh();
    go({ tab: tab?.id ?? answer.value.tab, sub: '' });
  };
  const stay = (problem) => {
    save.disabled = false;
    dialog.tell(`Not saved. ${problem}`);
  };
  const functions = {
    'settings.getSettings': ({ answer }) => answer(config),
    'settings.setSettings': ({ args: [wanted], answer }) => {
      config = { ...wanted };
      answer(true);
    },
    'settings.setValidityState': ({ args: [valid] }) => {
      save.disabled = valid !== true;
    },
    'settings.save.success': keep,
    'settings.save.failure': ({ args: [reason] }) => stay(reason ?? 'The app gave no reason.'),
  };
  const surface = {
    hosting,
    team,
    channel,
    purpose: 'settings',
    url: hosting.channelTab.configurationUrl,
    entityId: tab?.entityId ?? '',
    label: 'Settings of the tab',
  };
  const title = tab ? `Set up ${tab.name}` : 'Add a Peerloop tab';
  const dialog = openDialog({ title, surface, functions, buttons: [save] });
  save.addEventListener('click', () => {
    save.disabled = true;
    dialog.tell('');
    dialog.send('settings.save', {});
  });
}

/** The app's own page says farewell where it has one. @param {Where} where @param {any} tab */
export function removeTab({ hosting, team, channel, refresh }, tab) {
  const remove = h('button', { type: 'button', class: 'plain primary' }, 'Remove');
  const away = async () => {
    const answer = await doors.happen({ what: 'tab removed', as: hosting.user.id, tab: tab.id });
    if (answer.problem) return dialog.tell(`Not removed. ${answer.problem}`);
    dialog.close();
    go({ tab: '', sub: '' });
    await refresh();
  };
  const functions = {
    'settings.getSettings': ({ answer }) => answer(configOf(tab)),
    'settings.setValidityState': ({ args: [valid] }) => {
      remove.disabled = valid !== true;
    },
    'settings.remove.success': away,
    'settings.remove.failure': ({ args: [reason] }) =>
      dialog.tell(`Not removed. ${reason ?? 'The app gave no reason.'}`),
  };
  const isFramed = tab.isOurs && Boolean(tab.removeUrl);
  const surface = isFramed && {
    hosting,
    team,
    channel,
    purpose: 'remove',
    url: tab.removeUrl,
    entityId: tab.entityId ?? '',
    label: 'Removal of the tab',
  };
  const dialog = openDialog({
    title: `Remove ${tab.name}`,
    ...(surface ? { surface, functions } : { words: 'The tab is taken away for everyone in the channel.' }),
    buttons: [remove],
  });
  remove.addEventListener('click', () => (surface ? dialog.send('settings.remove', {}) : void away()));
}

const configOf = ({ name, entityId, contentUrl, websiteUrl, removeUrl }) => ({
  suggestedDisplayName: name,
  entityId,
  contentUrl,
  websiteUrl,
  removeUrl,
});
