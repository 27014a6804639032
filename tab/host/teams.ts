// The Teams client around the tab, over teams-js; loaded only when there is a frame around us.
import { app, authentication, pages } from '@microsoft/teams-js';
import type { Host, Pinned, Surroundings, ThemeName } from './host.ts';

/** The library itself waits a minute, which is longer than anybody looks at an empty page. */
const patience = 15_000;

const themeOf = (name: string): ThemeName => (name === 'dark' || name === 'contrast' ? name : 'default');

const surroundingsOf = ({ app: about }: app.Context): Surroundings => ({
  theme: themeOf(about.theme),
  locale: about.locale,
});

const answered = (origins: string[]) =>
  new Promise<boolean>((resolve) => {
    setTimeout(resolve, patience, false);
    app.initialize(origins).then(
      () => resolve(true),
      () => resolve(false),
    );
  });

/** Teams takes one handler, and it saves what is chosen then. */
function settler(): Host['settle'] {
  let chosen: Pinned | undefined;
  let registered = false;
  const save = async (pinned: Pinned) => {
    await pages.config.setConfig({
      entityId: pinned.group,
      contentUrl: pinned.address,
      websiteUrl: pinned.address,
      suggestedDisplayName: pinned.name,
    });
  };
  return (pinned) => {
    chosen = pinned;
    if (!registered) {
      registered = true;
      pages.config.registerOnSaveHandler((event) => {
        if (!chosen) return event.notifyFailure('nothing chosen');
        save(chosen).then(
          () => event.notifySuccess(),
          () => event.notifyFailure('not saved'),
        );
      });
    }
    pages.config.setValidityState(pinned !== undefined);
  };
}

export async function teamsHost(origins: string[]): Promise<Host | undefined> {
  if (!(await answered(origins))) return undefined;
  const context = await app.getContext();
  return {
    first: surroundingsOf(context),
    group: context.page.id,
    part: context.page.subPageId,
    onChange(tell) {
      app.registerOnThemeChangeHandler((theme) => tell({ theme: themeOf(theme) }));
      // A change of language is not told; whoever comes back to the tab may have made one.
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState !== 'visible') return;
        app.getContext().then(
          (now) => tell(surroundingsOf(now)),
          () => undefined,
        );
      });
    },
    token: (quietly) => authentication.getAuthToken({ silent: quietly }).catch(() => undefined),
    open: (link) => app.openLink(link),
    shown() {
      app.notifyAppLoaded();
      app.notifySuccess().catch(() => undefined);
    },
    settle: settler(),
  };
}
