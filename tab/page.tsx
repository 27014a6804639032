// The frame of every page: theme and language as they change, the way to the API, and which page it is.
import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { apiOver } from './api/api.ts';
import { Channel } from './channel/channel.tsx';
import type { Host } from './host/host.ts';
import { origins } from './host/page.ts';
import { Local } from './parts/notice.tsx';
import { type Speech, SpeechContext, speechOf } from './parts/say.ts';
import { AroundContext } from './parts/surroundings.ts';
import { themes } from './parts/themes.ts';
import { Personal } from './personal/personal.tsx';
import { Settings } from './settings/settings.tsx';

/** The tab speaks as the Teams around it does. */
function useSpeechOf(locale: string, first: Speech): Speech {
  const [speech, setSpeech] = useState(first);
  useEffect(() => {
    let current = true;
    void speechOf(locale).then((it) => {
      if (current) setSpeech(it);
    });
    return () => {
      current = false;
    };
  }, [locale]);
  useLayoutEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech.language]);
  return speech;
}

const pages: Record<string, () => React.JSX.Element> = {
  '/tab/channel': Channel,
  '/tab/settings': Settings,
};

export function Page({ host, first }: { host: Host; first: Speech }) {
  const [around, setAround] = useState(host.first);
  const speech = useSpeechOf(around.locale, first);
  useEffect(() => {
    host.onChange((now) => setAround((before) => ({ ...before, ...now })));
    host.shown();
  }, [host]);
  useEffect(() => {
    document.documentElement.dataset.theme = around.theme;
  }, [around.theme]);
  const context = useMemo(() => {
    const ways = {
      token: () => host.token(true),
      language: () => document.documentElement.lang,
      fetch: fetch.bind(window),
      newKey: () => crypto.randomUUID(),
    };
    return { host, api: apiOver(ways) };
  }, [host]);
  const Shown = pages[location.pathname.replace(/\/$/, '')] ?? Personal;
  return (
    <FluentProvider theme={themes[around.theme]} className="provider">
      <SpeechContext value={speech}>
        <AroundContext value={context}>
          <Local shown={origins().length > 0} />
          <Shown />
        </AroundContext>
      </SpeechContext>
    </FluentProvider>
  );
}
