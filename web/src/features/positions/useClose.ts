import { useState } from 'react';
import { closePosition, type Position } from '../../api/positions';
import { problemOf } from '../../api/problem';

/** Should `position_closed` not come, the trader can try again after this. */
const patienceMs = 5_000;

/** Closes the whole position; busy until it is gone, or the order was refused. */
export function useClose(position: Position) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const close = async () => {
    setBusy(true);
    setFault(null);
    try {
      await closePosition(position);
      setTimeout(() => setBusy(false), patienceMs);
    } catch (error) {
      setFault(problemOf(error).message);
      setBusy(false);
    }
  };

  return { busy, fault, close };
}
