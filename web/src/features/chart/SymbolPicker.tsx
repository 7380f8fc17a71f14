import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { ChevronDown, Search } from '../../shared/icons';
import type { InstrumentKey } from '../../shared/nominal';
import type { Pick } from './picks';

interface SymbolPickerProps {
  readonly current: InstrumentKey | null;
  readonly picks: readonly Pick[];
  readonly onPick: (key: InstrumentKey) => void;
}

/** A list of symbols that is searched by typing and walked with the arrow keys. */
export function SymbolPicker({ current, picks, onPick }: SymbolPickerProps) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const found = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return picks.filter((pick) => pick.key.toLowerCase().includes(wanted));
  }, [picks, text]);
  const shown = picks.find((pick) => pick.key === current);

  useEffect(() => {
    if (!open) return;
    const onOutside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', onOutside);
    return () => removeEventListener('pointerdown', onOutside);
  }, [open]);

  useEffect(() => {
    if (open) root.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  const close = () => {
    setOpen(false);
    setText('');
    button.current?.focus();
  };
  const choose = (pick: Pick | undefined) => {
    if (!pick) return;
    onPick(pick.key);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') choose(found[active]);
    else if (event.key === 'ArrowDown') setActive(Math.min(last, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else if (event.key === 'Tab') setOpen(false);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  };

  return (
    <div className="picker" ref={root}>
      <button
        ref={button}
        type="button"
        className="picker-button"
        aria-haspopup="listbox"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
          setActive(0);
        }}
      >
        <strong>{shown?.symbol ?? 'Symbol'}</strong>
        <span className="dim">{shown?.venue}</span>
        <ChevronDown />
      </button>
      {open && (
        <div className="picker-list">
          <label className="picker-search">
            <Search />
            <span className="visually-hidden">Search symbols</span>
            <input
              autoFocus
              role="combobox"
              aria-expanded="true"
              aria-controls={listId}
              aria-activedescendant={found[active] ? `${listId}-${active}` : undefined}
              placeholder="Search symbols"
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
          </label>
          <ul id={listId} role="listbox" aria-label="Symbols">
            {found.map((pick, index) => (
              <li
                key={pick.key}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                data-current={pick.key === current || undefined}
                onPointerMove={() => setActive(index)}
                onClick={() => choose(pick)}
              >
                <span>{pick.symbol}</span>
                <span className="dim">{pick.venue}</span>
                {pick.hasPosition && <span className="badge" data-tone="blue">position</span>}
                {pick.lastSignal && <span className="badge" data-tone="amber">{pick.lastSignal}</span>}
              </li>
            ))}
            {found.length === 0 && <li className="picker-none dim">No symbol has this name.</li>}
          </ul>
        </div>
      )}
    </div>
  );
}
