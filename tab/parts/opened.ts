// Forms that buttons open, one at a time: who closes one is back at the button that opened it.
import { useRef, useState } from 'react';
import { pressed } from './acts.ts';

export function useOpened<Name extends string>() {
  const [open, setOpen] = useState<Name>();
  const opener = useRef<HTMLElement>(null);
  return {
    open,
    /** What makes a button open that form, and close it again. */
    opens: (name: Name) => ({
      'aria-expanded': open === name,
      onClick: pressed((button) => {
        opener.current = button;
        setOpen(open === name ? undefined : name);
      }),
    }),
    close() {
      setOpen(undefined);
      opener.current?.focus();
    },
  };
}
