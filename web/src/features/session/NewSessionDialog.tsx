import { useEffect, useMemo, useState, type FormEvent } from 'react';
import { faultsByField, problemOf, type Problem } from '../../api/problem';
import { startSession } from '../../api/sessions';
import { listStrategies, type StrategyListing } from '../../api/strategies';
import { Dialog } from '../../shared/Dialog';
import { Spinner } from '../../shared/icons';
import { loadInstruments } from '../../sync/connect';
import { chooseSession, takeSession, useDesk } from '../../store/desk';
import { ChoiceList, type Choice } from './ChoiceList';
import { Faults } from './Faults';

const fields = ['name', 'venue', 'symbols', 'strategies', 'initial_balance'] as const;

export function NewSessionDialog({ onClose }: { readonly onClose: () => void }) {
  const instruments = useDesk((desk) => desk.instruments);
  const [strategies, setStrategies] = useState<readonly StrategyListing[] | null>(null);
  const [name, setName] = useState('');
  const [pickedVenue, setVenue] = useState<string | null>(null);
  const [symbols, setSymbols] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [balance, setBalance] = useState('10000');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  // One key for the dialog's life: a start that is sent twice begins one session.
  const [idempotencyKey] = useState(newKey);

  useEffect(() => {
    if (!useDesk.getState().instruments.value) void loadInstruments();
    const abort = new AbortController();
    listStrategies(abort.signal).then(
      (page) => setStrategies(page.items),
      (error: unknown) => {
        if (!abort.signal.aborted) setProblem(problemOf(error));
      },
    );
    return () => abort.abort();
  }, []);

  const venues = useMemo(() => [...new Set([...(instruments.value?.values() ?? [])].map((each) => each.venue))], [instruments.value]);
  const venue = pickedVenue ?? venues[0] ?? '';
  const symbolChoices = useMemo<readonly Choice[]>(
    () => [...(instruments.value?.values() ?? [])]
      .filter((each) => each.venue === venue)
      .map((each) => ({ value: each.symbol, label: each.symbol, note: each.market_type.toLowerCase() }))
      .sort((left, right) => left.label.localeCompare(right.label)),
    [instruments.value, venue],
  );
  const strategyChoices = useMemo<readonly Choice[] | null>(
    () => strategies?.map((each) => ({ value: each.strategy_name, label: each.strategy_name, note: `${each.direction.toLowerCase()} · v${each.version}` })) ?? null,
    [strategies],
  );
  const faults = problem ? faultsByField(problem, fields) : null;

  // A single fault's message is the problem's too: shown beside its field, it need not be said again.
  const isAllBesideFields = problem !== null && problem.faults.length > 0 && !faults?.has('');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const session = await startSession({
        session_type: 'paper',
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        venue,
        symbols: [...symbols],
        strategies: [...chosen],
        ...(balance.trim() === '' ? {} : { initial_balance: Number(balance) }),
        idempotency_key: idempotencyKey,
      });
      takeSession(session);
      chooseSession(session.session_id);
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };

  return (
    <Dialog title="New paper session" onClose={onClose} wide>
      <form className="new-session" onSubmit={(event) => void submit(event)} noValidate>
        <div className="dialog-body">
          <div className="form-row">
            <label className="form-field">
              <span>Name</span>
              <input className="field" autoFocus value={name} placeholder="optional" onChange={(event) => setName(event.target.value)} />
              <Faults of={faults?.get('name')} />
            </label>
            <label className="form-field">
              <span>Venue</span>
              <select
                className="field"
                value={venue}
                onChange={(event) => {
                  setVenue(event.target.value);
                  setSymbols(new Set());
                }}
              >
                {venues.map((each) => <option key={each}>{each}</option>)}
              </select>
              <Faults of={faults?.get('venue')} />
            </label>
            <label className="form-field">
              <span>Initial balance</span>
              <input className="field number" type="number" inputMode="decimal" min="1" step="any" value={balance} onChange={(event) => setBalance(event.target.value)} />
              <Faults of={faults?.get('initial_balance')} />
            </label>
          </div>
          <div className="form-row form-lists">
            <ChoiceList title="Symbols" choices={instruments.value ? symbolChoices : null} chosen={symbols} onChange={setSymbols} failed={instruments.problem?.message}>
              <Faults of={faults?.get('symbols')} />
            </ChoiceList>
            <ChoiceList title="Strategies" choices={strategyChoices} chosen={chosen} onChange={setChosen}>
              <Faults of={faults?.get('strategies')} />
            </ChoiceList>
          </div>
          {problem && (
            <div className="fault" role="alert">
              <p>{isAllBesideFields ? 'See what is marked above.' : problem.message}</p>
              <Faults of={faults?.get('')} withPath />
            </div>
          )}
        </div>
        <footer className="dialog-foot">
          <span className="dim form-summary">Leverage, stop and size are the strategies’ own.</span>
          <button type="button" className="button" onClick={onClose}>Cancel</button>
          <button type="submit" className="button button-primary" disabled={busy || symbols.size === 0 || chosen.size === 0}>
            {busy && <Spinner />} Start session
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

/** `crypto.randomUUID` is missing where the page is served without encryption from another machine. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
