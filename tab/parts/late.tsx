// What is said where few come: its sentences are loaded with the part that says them, and that part waits for them.
import lateWords from 'virtual:words/late';
import { type ReactNode, useEffect, useState } from 'react';
import { type Message, said } from './message.ts';
import { type Speech, SpeechContext, useSpeech } from './say.ts';

type Late = Readonly<Record<string, Message>>;

const withWords = (speech: Speech, late: Late): Speech => ({
  ...speech,
  say(key, args) {
    const message = late[key];
    return message === undefined ? speech.say(key, args) : said(message, speech.region, args);
  },
});

export function Late({ children }: { children: ReactNode }) {
  const speech = useSpeech();
  const [known, setKnown] = useState<{ of: Speech; speech: Speech }>();
  useEffect(() => {
    const loaded = lateWords[speech.language]?.();
    void loaded?.then(({ default: late }) =>
      setKnown({ of: speech, speech: withWords(speech, late as Late) }),
    );
  }, [speech]);
  if (known?.of !== speech) return null;
  return <SpeechContext value={known.speech}>{children}</SpeechContext>;
}
