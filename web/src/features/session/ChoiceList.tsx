import { useMemo, useState, type ReactNode } from 'react';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note: string;
}

interface ChoiceListProps {
  readonly title: string;
  /** Null while they are being loaded. */
  readonly choices: readonly Choice[] | null;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  readonly failed?: string | undefined;
  readonly children?: ReactNode;
}

/** Any number of a list, found by typing. */
export function ChoiceList({ title, choices, chosen, onChange, failed, children }: ChoiceListProps) {
  const [text, setText] = useState('');
  const found = useMemo(
    () => choices?.filter((choice) => choice.label.toLowerCase().includes(text.trim().toLowerCase())) ?? [],
    [choices, text],
  );
  const allFound = found.length > 0 && found.every((choice) => chosen.has(choice.value));

  const toggle = (values: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const value of values) {
      if (on) next.add(value);
      else next.delete(value);
    }
    onChange(next);
  };

  return (
    <fieldset className="choices">
      <legend>{title} <span className="dim">{chosen.size} of {choices?.length ?? 0}</span></legend>
      <div className="choices-head">
        <input type="search" className="field" placeholder="Search" aria-label={`Search ${title.toLowerCase()}`} value={text} onChange={(event) => setText(event.target.value)} />
        <button type="button" className="button" disabled={found.length === 0} onClick={() => toggle(found.map((choice) => choice.value), !allFound)}>
          {allFound ? 'None' : 'All'}
        </button>
      </div>
      <div className="choices-list">
        {found.map((choice) => (
          <label key={choice.value} className="check">
            <input type="checkbox" checked={chosen.has(choice.value)} onChange={(event) => toggle([choice.value], event.target.checked)} />
            <span>{choice.label}</span>
            <span className="dim">{choice.note}</span>
          </label>
        ))}
        {found.length === 0 && <p className="dim">{failed ?? (choices === null ? 'Loading…' : 'Nothing has this name.')}</p>}
      </div>
      {children}
    </fieldset>
  );
}
