// The head of a second level: the way back, what it is, and who can read it.
import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { Icon } from './icons.tsx';

interface InnerProps {
  title: string;
  readers: string;
  back: string;
  leave(): void;
}

export function Inner({ title, readers, back, leave }: InnerProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <Button appearance="subtle" icon={<Icon name="back" />} onClick={leave}>
        {back}
      </Button>
      <header className="top">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="note">
          <Icon name="lock" />
          <span>{readers}</span>
        </p>
      </header>
    </>
  );
}
