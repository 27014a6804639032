// The frame of every page: theme and language as they change, the way to the API, and which page it is.
import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
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

/** The reader's own choice, once known, goes before the language of Teams. */
function useLanguage(locale: string, first: Speech) {
  const [own, setOwn] = useState<string>();
  const [speech, setSpeech] = useState(first);
  // Who reads French in a Teams of French Canada sees numbers written as there.
  const wanted = own && !locale.startsWith(own) ? own : locale;
  useEffect(() => {
    let current = true;
    void speechOf(wanted).then((it) => {
      if (current) setSpeech(it);
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  useEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech.language]);
  return { speech, speak: setOwn };
}

const pages: Record<string, () => React.JSX.Element> = {
  '/tab/channel': Channel,
  '/tab/settings': Settings,
};

export function Page({ host, first }: { host: Host; first: Speech }) {
  const [around, setAround] = useState(host.first);
  const { speech, speak } = useLanguage(around.locale, first);
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
      fetch: fetch.bind(window),
      newKey: () => crypto.randomUUID(),
    };
    return { host, api: apiOver(ways), speak };
  }, [host, speak]);
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
