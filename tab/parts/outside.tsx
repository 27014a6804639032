// The tab opened outside Teams: it says where it lives and leads there.
import { FluentProvider, teamsDarkTheme, teamsLightTheme } from '@fluentui/react-components';
import { useEffect } from 'react';
import { personalLink } from '../host/page.ts';
import type { Speech } from './say.ts';

export function Outside({ speech: { say, language } }: { speech: Speech }) {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = dark ? 'dark' : 'default';
    document.title = say('tab.outside.title');
  }, [language, dark, say]);
  return (
    <FluentProvider theme={dark ? teamsDarkTheme : teamsLightTheme} className="provider">
      <main className="page narrow">
        <section className="panel hero">
          <h1>{say('tab.outside.title')}</h1>
          <p>{say('tab.outside.why')}</p>
          <p>
            <a className="door" href={personalLink()}>
              {say('tab.outside.open')}
            </a>
          </p>
          <p className="quiet small">{say('tab.outside.inTeams')}</p>
        </section>
      </main>
    </FluentProvider>
  );
}
