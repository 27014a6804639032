// What forms are made of: text, one choice of a few, and a yes.
import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useId } from 'react';
import type { Faults, Typed } from './form.tsx';
import type { Say } from './say.ts';

/** As the app counts: in characters that people see as one. */
const lengthOf = (text: string) => [...text].length;

interface TextRule {
  most: number;
  /** The sentence for a field that was left empty and may not be. */
  required?: string;
}

/** What is wrong with what was typed, field by field, in the order of the fields. */
export function faultsIn(say: Say, typed: Typed, rules: Readonly<Record<string, TextRule>>): Faults {
  const found = Object.entries(rules).map(([name, { most, required }]): [string, string | undefined] => {
    const text = typed[name] ?? '';
    if (required && text === '') return [name, required];
    const count = lengthOf(text);
    return [name, count > most ? say('tab.form.tooLong', { most, count }) : undefined];
  });
  return Object.fromEntries(found.filter((it): it is [string, string] => it[1] !== undefined));
}

interface TextProps {
  name: string;
  label: string;
  faults: Faults;
  example?: string;
  hint?: string;
  required?: boolean;
  /** One line instead of a few. */
  line?: boolean;
  /** What stands there already. */
  before?: string | undefined;
}

export function Text({
  name,
  label,
  faults,
  example,
  hint,
  required = false,
  line = false,
  before,
}: TextProps) {
  const fault = faults[name];
  const shared = {
    name,
    ...(example ? { placeholder: example } : {}),
    ...(before ? { defaultValue: before } : {}),
  };
  return (
    <Field
      label={label}
      required={required}
      {...(hint ? { hint } : {})}
      {...(fault ? { validationMessage: fault } : {})}
    >
      {line ? <Input {...shared} autoComplete="off" /> : <Textarea {...shared} resize="vertical" rows={3} />}
    </Field>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  faults: Faults;
  options: readonly (readonly [value: string, text: string])[];
}

export function Choice({
  name,
  label,
  faults,
  options,
  before,
}: ChoiceProps & { before?: string | undefined }) {
  const fault = faults[name];
  const id = useId();
  return (
    <fieldset className="choice" aria-describedby={fault ? id : undefined}>
      <legend>
        {label}
        <span aria-hidden="true" className="must">
          {' *'}
        </span>
      </legend>
      {options.map(([value, text]) => (
        <label key={value}>
          <input type="radio" name={name} value={value} defaultChecked={value === before} required />
          <span>{text}</span>
        </label>
      ))}
      {fault && (
        <p className="refusal small" id={id} role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

/** The same where it stands beside other fields all the time: `unsaid` is what it says before anything is chosen. */
export function Picked({ name, label, faults, options, unsaid }: ChoiceProps & { unsaid: string }) {
  const fault = faults[name];
  return (
    <Field label={label} {...(fault ? { validationMessage: fault } : {})}>
      <Select name={name} defaultValue="">
        <option value="">{unsaid}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export const Yes = ({ name, label }: { name: string; label: string }) => (
  <label className="yes">
    <input type="checkbox" name={name} value="true" />
    <span>{label}</span>
  </label>
);
