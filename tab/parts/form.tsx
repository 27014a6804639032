// A small form in place: what was typed stays until it was taken, and faults stand where they were made.
import { Button } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { Problem } from '../api/api.ts';
import { sentenceOf } from './notice.tsx';
import { useSay } from './say.ts';

export type Faults = Readonly<Record<string, string>>;
export type Typed = Readonly<Record<string, string>>;

interface FormProps {
  title: string;
  /** Who will read it. */
  readers?: string;
  submit: string;
  /** Not the thing to do on this page. */
  quiet?: boolean;
  check(typed: Typed): Faults;
  send(typed: Typed): Promise<Problem | undefined>;
  /** Undefined where the form is always open. */
  close?: (() => void) | undefined;
  /** After it was taken; closes unless there is more to say. */
  sent?: (() => void) | undefined;
  children(faults: Faults): ReactNode;
}

const typedIn = (form: HTMLFormElement): Typed =>
  Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']),
  );

export function Form({
  title,
  readers,
  submit,
  quiet = false,
  check,
  send,
  close,
  sent = close,
  children,
}: FormProps) {
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  const submitted = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy || !form.current) return;
    const typed = typedIn(form.current);
    const found = check(typed);
    setFaults(found);
    setProblem(undefined);
    const [first] = Object.keys(found);
    if (first) return form.current.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    setBusy(true);
    const refused = await send(typed);
    setBusy(false);
    setProblem(refused);
    if (refused) return;
    form.current?.reset();
    sent?.();
  };

  return (
    <form
      className="form"
      ref={form}
      noValidate
      aria-label={title}
      onSubmit={(event) => void submitted(event)}
    >
      {children(faults)}
      {readers && <p className="quiet small">{readers}</p>}
      <div role="alert">{problem && <p className="refusal">{sentenceOf(say, problem)}</p>}</div>
      <div className="actions">
        <Button type="submit" appearance={quiet ? 'secondary' : 'primary'} disabledFocusable={busy}>
          {busy ? say('tab.sending') : submit}
        </Button>
        {close && (
          <Button appearance="subtle" onClick={close}>
            {say('tab.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
