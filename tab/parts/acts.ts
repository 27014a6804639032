// Doing something: shown as done at once, told when it is, taken back when it was refused.
import { type MouseEvent, useState } from 'react';
import { type Api, type Command, isFailed, type Problem } from '../api/api.ts';
import { sentenceOf } from './notice.tsx';
import { useSay } from './say.ts';

export interface Done {
  said: string;
  undo: Command | null;
  failed?: true;
}

type Change<T> = (shown: T) => T;

/** What a button does: the second half of a double click is no press of its own, as the button may mean the opposite by then. */
export const pressed =
  (act: (button: HTMLElement) => void) =>
  ({ detail, currentTarget }: MouseEvent<HTMLElement>): void => {
    if (detail < 2) act(currentTarget);
  };

export interface Acts {
  done: Done | undefined;
  dismiss(): void;
  undo(): void;
  /** For a form, which keeps what was typed and shows the problem itself. */
  send(command: Command, said: string): Promise<Problem | undefined>;
}

export interface QuickActs<T> extends Acts {
  /** For a button: what it changes is shown before the answer is there. */
  quick(command: Command, said: string, change: Change<T>): void;
  /** What is known, with what was just pressed. */
  shown: T | undefined;
}

export function useActs<T extends object>(
  api: Api,
  again: () => Promise<void>,
  known: T | undefined,
): QuickActs<T> {
  const say = useSay();
  const [changes, setChanges] = useState<readonly Change<T>[]>([]);
  const [done, setDone] = useState<Done>();

  const send = async (command: Command, said: string): Promise<Problem | undefined> => {
    const answer = await api.send(command);
    if (isFailed(answer)) return answer.problem;
    await again();
    setDone({ said, undo: answer.undo });
    return undefined;
  };

  const carryOut = async (command: Command, said: string, change?: Change<T>) => {
    if (change) setChanges((before) => [...before, change]);
    const problem = await send(command, said);
    if (problem) setDone({ said: sentenceOf(say, problem), undo: null, failed: true });
    setChanges((before) => before.filter((it) => it !== change));
  };

  return {
    done,
    send,
    dismiss: () => setDone(undefined),
    undo() {
      if (done?.undo) void carryOut(done.undo, say('tab.undone'));
    },
    quick: (command, said, change) => void carryOut(command, said, change),
    shown: known && changes.reduce((so, change) => change(so), known),
  };
}
