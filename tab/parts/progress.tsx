// A bar that says its number in words, too.
import { ProgressBar } from '@fluentui/react-components';

export function Progress({ of, value, text }: { of: string; value: number; text: string }) {
  return (
    <div className="progress">
      <ProgressBar value={value} aria-label={of} aria-valuetext={text} thickness="large" />
      <p className="quiet small">{text}</p>
    </div>
  );
}
